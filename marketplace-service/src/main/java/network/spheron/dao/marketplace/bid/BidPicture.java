package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.VoteBar;

/** A bid in the words and pictures of its page. */
record BidPicture(BidView bid, int votingDecimals) {
    BigInteger number(String decimal) {
        return new BigInteger(decimal);
    }

    VoteBar bar(BidView.ResultView result) {
        return new VoteBar(
                number(result.yes()), number(result.no()), number(result.abstain()), BigInteger.ZERO, votingDecimals);
    }

    Action withdraw() {
        return BidPages.action(bid.actions(), "withdraw");
    }

    Action reveal() {
        return BidPages.action(bid.actions(), "reveal");
    }

    Action sign() {
        return BidPages.action(bid.actions(), "sign");
    }
}
