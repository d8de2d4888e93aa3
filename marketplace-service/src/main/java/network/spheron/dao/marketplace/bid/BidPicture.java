package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.VoteBar;

/** A bid in the words and pictures of its page. */
record BidPicture(BidView bid, int votingDecimals) {
    /** A decimal string as a number. */
    public BigInteger number(String decimal) {
        return new BigInteger(decimal);
    }

    /** The votes as a picture. */
    public VoteBar bar(BidView.ResultView result) {
        return new VoteBar(
                number(result.yes()), number(result.no()), number(result.abstain()), BigInteger.ZERO, votingDecimals);
    }

    /** Whether the caller may take it back. */
    public Action withdraw() {
        return BidPages.action(bid.actions(), "withdraw");
    }

    /** Whether the caller may sign it. */
    public Action sign() {
        return BidPages.action(bid.actions(), "sign");
    }
}
