package network.spheron.dao.marketplace.milestone;

import java.util.List;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.web.OwnTransaction;

/**
 * What a contractor signs to submit a milestone.
 *
 * @param evidenceHash the hash that goes on chain: keccak256 of address, file hash and note, one a line
 * @param direct the submission as the contractor's own transaction, instead of a signature
 */
record PreparedSubmission(
        TypedData typedData, List<String> words, int round, String evidenceHash, OwnTransaction direct) {}
