package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.governance.ballot.VotingNotOpen;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.ProposalView;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.governance.sip.SipStatus;

/** Finds the vote on a SIP while it is open at the chain's time. */
@ApplicationScoped
class OpenVote {
    /**
     * An open vote.
     *
     * @param snapshot the chain's time at which voting power counts, in seconds since the epoch
     */
    record Window(long sipId, String title, BigInteger proposalId, long snapshot) {}

    private final BrowseSips sips;
    private final ChainClock clock;

    OpenVote(BrowseSips sips, ChainClock clock) {
        this.sips = sips;
        this.clock = clock;
    }

    /**
     * The open vote on the SIP.
     *
     * @throws VotingNotOpen when there is none at the chain's time
     */
    Window on(long sipId) {
        return on(sips.snapshot(sipId));
    }

    /**
     * The open vote on a SIP that has been read already.
     *
     * @throws VotingNotOpen when there is none at the chain's time
     */
    Window on(SipSnapshot sip) {
        ProposalView proposal = sip.proposal();
        if (proposal == null || proposal.id() == null || proposal.voteStart() == null || proposal.voteEnd() == null) {
            throw new VotingNotOpen("the SIP has not been proposed yet");
        }
        if (clock.now() <= proposal.voteStart()) {
            throw new VotingNotOpen("voting has not begun yet");
        }
        if (sip.status() != SipStatus.VOTING || clock.now() > proposal.voteEnd()) {
            throw VotingNotOpen.over(proposal.voteEnd());
        }
        return new Window(sip.id(), sip.content().title(), proposal.id(), proposal.voteStart());
    }
}
