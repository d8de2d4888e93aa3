package network.spheron.dao.marketplace.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.spheron.dao.web.OwnTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet sends to challenge a milestone; no server can do it for it.
 *
 * @param reasonHash keccak256 of the published reason
 * @param bond what the escrow takes, in the smallest unit of the governance token; 0 where the wallet has votes enough
 * @param allowBond to be sent first, where the escrow may not take the bond yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreparedChallenge(
        String reasonHash, String bond, @Nullable OwnTransaction allowBond, OwnTransaction challenge) {}
