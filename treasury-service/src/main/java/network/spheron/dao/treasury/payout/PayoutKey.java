package network.spheron.dao.treasury.payout;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** A payout is that of one milestone of one agreement. */
@Embeddable
record PayoutKey(
        @Column(name = "agreement_id", precision = 78) BigInteger agreementId,
        @Column(name = "milestone") int milestone) {}
