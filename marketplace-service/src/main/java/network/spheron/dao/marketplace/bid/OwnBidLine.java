package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import org.jspecify.annotations.Nullable;

/**
 * One of the caller's own bids in a list.
 *
 * @param price null where this service never knew it
 * @param submission the commitment's relayed transaction while it is on its way or was refused
 */
public record OwnBidLine(
        UUID bidId,
        String mandateId,
        String title,
        String status,
        String statusWords,
        @Nullable BigInteger price,
        @Nullable String reason,
        @Nullable SubmissionView submission) {
    static OwnBidLine of(BidView bid) {
        BidTermsView terms = bid.terms();
        SubmissionView submission = bid.submission();
        return new OwnBidLine(
                bid.bidId(),
                bid.mandateId(),
                bid.heading(),
                bid.status(),
                bid.statusWords(),
                terms == null ? null : new BigInteger(terms.price()),
                reason(bid),
                submission == null || submission.status() == SubmissionStatus.FINAL ? null : submission);
    }

    private static @Nullable String reason(BidView bid) {
        if (bid.fundingRefusal() != null) {
            return bid.fundingRefusal();
        }
        if (bid.disqualificationReason() != null) {
            return bid.disqualificationReason();
        }
        BidView.ResultView result = bid.result();
        return result == null ? null : result.reason();
    }
}
