package network.spheron.dao.marketplace.milestone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A steward's decision about a submitted milestone; {@code signature} only where it is submitted. */
record DecisionRequest(
        @Schema(description = "the steward's wallet, linked to the caller") @Nullable
        String steward,

        @Schema(enumeration = {"APPROVE", "SEND_BACK", "REJECT"}) @Nullable
        String decision,

        @Schema(description = "published; needed to send back or reject, where stewards must sign the same words")
        @Nullable
        String reason,

        @Schema(
                description =
                        "until when the signature is good, seconds since the epoch; the end of the review if left out")
        @Nullable
        Long expiry,

        @Schema(description = "the round it is about; the present one if left out") @Nullable
        Integer round,

        @Nullable String signature) {}
