package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** A bid by its mandate and its place in the bid book. */
@Embeddable
record BidKey(
        @Column(name = "mandate_id", precision = 78) BigInteger mandateId,
        @Column(name = "bid_index") int bidIndex) {}
