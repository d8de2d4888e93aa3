package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/** A bid: the mandate and its place among the mandate's bids, counting from 0. */
@Embeddable
record BidKey(
        @Column(name = "mandate_id", precision = 78, scale = 0)
        BigInteger mandateId,

        @Column(name = "bid_index") int bidIndex) {}
