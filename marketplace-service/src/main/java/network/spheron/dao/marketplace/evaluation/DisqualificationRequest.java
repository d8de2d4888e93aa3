package network.spheron.dao.marketplace.evaluation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A steward's disqualification of a bid; {@code signature} only where it is submitted. */
record DisqualificationRequest(
        @Schema(description = "the steward's wallet, linked to the caller") @Nullable
        String steward,

        @Schema(description = "published with the disqualification; stewards must sign the same words") @Nullable
        String reason,

        @Schema(
                description =
                        "until when the signature is good, seconds since the epoch; the end of the review if left out")
        @Nullable
        Long expiry,

        @Nullable String signature) {}
