package network.spheron.dao.marketplace.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bid's terms.
 *
 * @param salt shown to the bidder while the bid is sealed, so that it can be revealed without this service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BidTermsView(
        @Nullable String title,
        @Nullable String text,
        String payee,
        String token,
        String price,
        List<MilestoneView> milestones,
        String milestonesHash,
        String textHash,
        @Nullable String salt) {

    /** One milestone; it is due so many seconds after the agreement's start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MilestoneView(@Nullable String title, String amount, long durationSeconds, String descriptionHash) {
        static MilestoneView of(MilestonePlan milestone) {
            return new MilestoneView(
                    milestone.title(),
                    milestone.amount().toString(),
                    milestone.duration(),
                    milestone.descriptionHash());
        }
    }

    static BidTermsView revealed(Bid bid, RevealedTerms terms) {
        return new BidTermsView(
                bid.title(),
                bid.text().orElse(null),
                terms.payee(),
                terms.token(),
                terms.price().toString(),
                bid.milestones().stream().map(MilestoneView::of).toList(),
                terms.milestonesHash(),
                terms.textHash(),
                null);
    }

    static BidTermsView held(SealedBid bid) {
        return new BidTermsView(
                bid.words().title(),
                bid.words().text(),
                bid.payee(),
                bid.token(),
                bid.price().toString(),
                bid.milestones().stream().map(MilestoneView::of).toList(),
                bid.milestonesHash(),
                bid.textHash(),
                bid.salt());
    }
}
