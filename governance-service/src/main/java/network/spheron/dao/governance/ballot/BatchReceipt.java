package network.spheron.dao.governance.ballot;

import java.util.List;
import network.spheron.dao.chain.SubmissionView;

/**
 * What became of a request with several signed votes or ballots.
 *
 * @param results one per vote or ballot: the accepted ones first, each in the order of the request
 * @param submissions the relayed transactions that carry the accepted ones
 */
public record BatchReceipt(List<BallotReceipt> results, List<SubmissionView> submissions) {}
