package network.spheron.dao.marketplace.award;

import java.math.BigInteger;
import network.spheron.dao.events.BidResult;
import network.spheron.dao.marketplace.workstream.AwardRule;
import network.spheron.dao.marketplace.workstream.Competition;
import network.spheron.dao.web.TokenAmount;

/** Why a bid won or did not, in a sentence that follows from the mandate's rule. */
record Verdict(Competition terms, int votingDecimals) {
    /** @param place the bid's rank among the approved, counting from 1; 0 when it was not approved */
    String reason(BidResult result, int place) {
        if (result.won()) {
            return "Approved in place " + place + " and awarded within the budget.";
        }
        if (result.approved()) {
            return "Approved in place " + place + ", but " + beaten();
        }
        BigInteger counted = result.yes().add(result.no());
        if (counted.compareTo(terms.quorum()) < 0) {
            return "Not approved: yes and no together are " + votes(counted) + ", below the quorum of "
                    + votes(terms.quorum()) + ".";
        }
        return "Not approved: yes, " + votes(result.yes()) + ", does not exceed no, " + votes(result.no()) + ", by "
                + margin() + ".";
    }

    private String beaten() {
        return terms.awardRule() == AwardRule.SINGLE_WINNER
                ? "the mandate awards one bid only, and a better one fits."
                : "its price no longer fitted what better bids left of the budget.";
    }

    /** The margin in per cent, with as many decimals as it needs. */
    private String margin() {
        return TokenAmount.plain(BigInteger.valueOf(terms.marginBps()), 2) + " %";
    }

    private String votes(BigInteger amount) {
        return TokenAmount.format(amount, votingDecimals);
    }
}
