package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.governance.ballot.VoterEligibility;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.governance.sip.Voting;
import org.jspecify.annotations.Nullable;

/** Tells SIPs why somebody cannot vote on them, by the rules that votes are checked by. */
@ApplicationScoped
class SipVoting implements Voting {
    private final OpenVote openVote;
    private final VoteCheck check;
    private final VoterEligibility eligibility;

    SipVoting(OpenVote openVote, VoteCheck check, VoterEligibility eligibility) {
        this.openVote = openVote;
        this.check = check;
        this.eligibility = eligibility;
    }

    @Override
    public @Nullable String against(SipSnapshot sip) {
        return eligibility.against(() -> openVote.on(sip), check::requireEligible);
    }
}
