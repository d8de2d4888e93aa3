package network.spheron.dao.governance.election;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An objection to an award. */
public record ObjectionRequest(
        @Schema(description = "the wallet that objects, linked to the caller") @Nullable
        String wallet,

        @Schema(description = "published; its hash goes on chain") @Nullable
        String reason) {}
