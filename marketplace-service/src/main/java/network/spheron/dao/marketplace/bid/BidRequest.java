package network.spheron.dao.marketplace.bid;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid as a contractor writes it; amounts are decimal strings in the smallest unit of the mandate's token. */
@Schema(description = "A bid to be signed; amounts are decimal strings in the smallest unit of the mandate's token")
record BidRequest(
        @Nullable String bidder,
        @Nullable String title,
        @Nullable String text,
        @Nullable String payee,
        @Nullable String price,
        @Nullable List<MilestoneRequest> milestones,

        @Schema(description = "32 random bytes, 0x-prefixed hex; drawn by the service when left out") @Nullable
        String salt) {

    /**
     * One milestone of it.
     *
     * @param durationSeconds from the agreement's start until it is due
     */
    record MilestoneRequest(
            @Nullable String title,
            @Nullable String amount,
            @Nullable String durationSeconds) {}
}
