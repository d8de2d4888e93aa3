package network.spheron.dao.marketplace.bid;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The signature over a prepared bid. */
record SubmitBidRequest(
        @Nullable UUID bidId,
        @Nullable String signature,
        @Nullable Permit permit,

        @Schema(description = "true when the bidder sends the commitment by own transaction; then nothing is relayed")
        @Nullable
        Boolean direct) {

    /**
     * The bond's permit (ERC-2612), as given in the bid request and signed by the bidder.
     *
     * @param deadline seconds since the epoch
     */
    record Permit(
            @Nullable String value,
            @Nullable Long deadline,
            @Nullable String signature) {}

    boolean isDirect() {
        return Boolean.TRUE.equals(direct);
    }
}
