package network.spheron.dao.governance.voting;

import java.util.List;

/**
 * The votes on a SIP.
 *
 * @param votes one page of the counted ones, oldest first
 * @param underWay signed votes that the relay has not seen counted, the refused ones with their reason
 */
public record SipVotes(TallyView tally, List<VoteView> votes, List<RelayedVoteView> underWay) {}
