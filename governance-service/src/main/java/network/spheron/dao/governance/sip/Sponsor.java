package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/**
 * A holder whose signature brought a proposal to the vote.
 *
 * @param votes of that moment, in units of the governance token
 */
@Embeddable
public record Sponsor(
        String wallet, @Column(precision = 78, scale = 0) BigInteger votes) {}
