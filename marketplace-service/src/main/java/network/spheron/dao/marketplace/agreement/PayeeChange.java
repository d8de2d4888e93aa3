package network.spheron.dao.marketplace.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A change of an agreement's payee that takes effect unless it is cancelled.
 *
 * @param number counts the agreement's requests from 1
 * @param payee who is to be paid then
 * @param effectiveFrom in seconds since the epoch, later where payments are stopped meanwhile
 */
@Embeddable
record PayeeChange(
        @Column(name = "payee_change") Integer number,
        @Column(name = "next_payee") String payee,
        @Column(name = "next_payee_from") Long effectiveFrom) {}
