package network.spheron.dao.marketplace.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * A bid as the API shows it. Amounts are decimal strings in the smallest unit of the token.
 *
 * @param bidIndex its place among the mandate's bids; absent until it is on chain
 * @param status {@code draft} until it is on chain
 * @param sealed whether only its bidder can see the terms
 * @param terms absent while sealed, except for the bidder
 * @param mine whether one of the caller's wallets made it
 * @param submission how the commitment's relayed transaction stands; shown to the bidder only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BidView(
        UUID bidId,
        String mandateId,
        @Nullable Integer bidIndex,
        String status,
        String statusWords,
        String bidder,
        String commitment,
        @Nullable Long committedAt,
        @Nullable String commitTransaction,
        boolean mine,
        boolean sealed,
        @Nullable BidTermsView terms,
        @Nullable ResultView result,
        @Nullable String disqualificationReason,
        @Nullable String fundingRefusal,
        @Nullable SubmissionView submission,
        List<Action> actions) {

    /** The bid's title for those who may see it, otherwise its number. */
    public String heading() {
        if (terms != null && terms.title() != null) {
            return terms.title();
        }
        return bidIndex == null ? "Draft" : "Bid " + (bidIndex + 1);
    }

    /** How it fared in the election, in units of the governance token. */
    record ResultView(String yes, String no, String abstain, boolean approved, boolean won, int place, String reason) {
        static ResultView of(BallotResult result) {
            return new ResultView(
                    result.yes().toString(),
                    result.no().toString(),
                    result.abstain().toString(),
                    result.approved(),
                    result.won(),
                    result.place(),
                    result.reason());
        }
    }
}
