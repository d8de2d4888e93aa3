package network.spheron.dao.marketplace.milestone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A challenge of what was decided about a milestone. */
record ChallengeRequest(
        @Schema(description = "the wallet that challenges, linked to the caller") @Nullable
        String wallet,

        @Schema(description = "published; its hash goes on chain") @Nullable
        String reason) {}
