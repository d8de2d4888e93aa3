package network.spheron.dao.marketplace.workstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * A workstream as the API shows it. Amounts are decimal strings in the smallest unit; times are the chain's, in seconds
 * since the epoch.
 *
 * @param statusEnds when the status ends by the clock alone
 * @param awarded what the election awarded in total
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkstreamView(
        String mandateId,
        String title,
        String text,
        @Nullable String sipId,
        @Nullable String lineName,
        String status,
        String statusWords,
        @Nullable Long statusEnds,
        long now,
        TermsView terms,
        @Nullable Windows windows,
        @Nullable Long votingStarts,
        @Nullable Long votingEnds,
        @Nullable Long standstillEnds,
        @Nullable String awarded,
        List<BidLine> bids,
        List<Action> actions) {

    /** A competition's terms; {@code cap} in the token, {@code quorum} and {@code bond} in the governance token. */
    record TermsView(
            String purposeHash,
            String token,
            String cap,
            long expiry,
            String awardRule,
            int marginBps,
            String quorum,
            String bond,
            int bidsPerBidder,
            int maxBids,
            long biddingPeriod,
            long revealPeriod,
            long reviewPeriod,
            long electionPeriod,
            long standstillPeriod,
            long milestoneReviewPeriod,
            long challengePeriod,
            int toleranceBps,
            boolean inOrder) {
        static TermsView of(Competition terms) {
            return new TermsView(
                    terms.purposeHash(),
                    terms.token(),
                    terms.cap().toString(),
                    terms.expiry(),
                    terms.awardRule().name(),
                    terms.marginBps(),
                    terms.quorum().toString(),
                    terms.bond().toString(),
                    terms.bidsPerBidder(),
                    terms.maxBids(),
                    terms.biddingPeriod(),
                    terms.revealPeriod(),
                    terms.reviewPeriod(),
                    terms.electionPeriod(),
                    terms.standstillPeriod(),
                    terms.milestoneReviewPeriod(),
                    terms.challengePeriod(),
                    terms.toleranceBps(),
                    terms.inOrder());
        }
    }
}
