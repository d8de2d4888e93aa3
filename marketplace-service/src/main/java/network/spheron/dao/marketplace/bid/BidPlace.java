package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;

/** Which bid of which mandate; the index counts from 0. */
record BidPlace(BigInteger mandateId, int bidIndex) {
    static BidPlace of(BigInteger mandateId, BigInteger bidIndex) {
        return new BidPlace(mandateId, bidIndex.intValueExact());
    }
}
