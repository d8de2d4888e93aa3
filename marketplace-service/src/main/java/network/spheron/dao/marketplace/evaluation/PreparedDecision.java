package network.spheron.dao.marketplace.evaluation;

import java.util.List;
import network.spheron.dao.chain.signing.TypedData;

/**
 * What a steward signs.
 *
 * @param round the submission round it counts for; 0 for a bid
 * @param expiry until when the signature is good, in seconds since the epoch
 * @param reasonHash keccak256 of the published reason
 */
public record PreparedDecision(TypedData typedData, List<String> words, int round, long expiry, String reasonHash) {}
