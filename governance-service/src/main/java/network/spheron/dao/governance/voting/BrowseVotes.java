package network.spheron.dao.governance.voting;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.ProposalView;
import org.jspecify.annotations.Nullable;

/** Reading votes; open to everybody. */
@ApplicationScoped
public class BrowseVotes {
    private static final int LARGEST_PAGE = 500;

    private final BrowseSips sips;
    private final Votes votes;
    private final ProposalTallies tallies;
    private final RelayedVotes relayed;

    BrowseVotes(BrowseSips sips, Votes votes, ProposalTallies tallies, RelayedVotes relayed) {
        this.sips = sips;
        this.votes = votes;
        this.tallies = tallies;
        this.relayed = relayed;
    }

    /** The votes on a SIP; all zero before it is proposed. */
    @Transactional
    public SipVotes on(long sipId, int page, int size) {
        ProposalView proposal = sips.snapshot(sipId).proposal();
        if (proposal == null || proposal.id() == null) {
            return new SipVotes(TallyView.none(BigInteger.ZERO), List.of(), List.of());
        }
        Page asked = Page.of(Math.max(0, page), Math.min(Math.max(1, size), LARGEST_PAGE));
        return new SipVotes(
                tally(proposal.id(), proposal.quorum()),
                votes.on(proposal.id(), asked).stream().map(Vote::view).toList(),
                relayed.uncounted(proposal.id()).stream().map(RelayedVote::view).toList());
    }

    /** What became of these wallets' signed votes that are not counted. */
    @Transactional
    public List<RelayedVoteView> underWay(long sipId, Collection<String> wallets) {
        ProposalView proposal = sips.snapshot(sipId).proposal();
        if (proposal == null || proposal.id() == null || wallets.isEmpty()) {
            return List.of();
        }
        return relayed.uncounted(proposal.id(), wallets).stream()
                .map(RelayedVote::view)
                .toList();
    }

    private TallyView tally(BigInteger proposalId, @Nullable BigInteger quorum) {
        BigInteger least = quorum == null ? BigInteger.ZERO : quorum;
        return tallies.findByIdOptional(proposalId)
                .map(tally -> tally.view(least))
                .orElseGet(() -> TallyView.none(least));
    }
}
