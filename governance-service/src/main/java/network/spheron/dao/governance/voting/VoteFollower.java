package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractErrors;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;

/** Reads votes off the chain, whoever sent them, and which relayed ones were refused there. */
@ApplicationScoped
class VoteFollower implements ChainListener {
    private final Votes votes;
    private final ProposalTallies tallies;
    private final RelayedVotes relayed;

    VoteFollower(Votes votes, ProposalTallies tallies, RelayedVotes relayed) {
        this.votes = votes;
        this.tallies = tallies;
        this.relayed = relayed;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.DAO_GOVERNOR);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(DaoGovernor.VoteCast.TOPIC)) {
            counted(DaoGovernor.VoteCast.decode(log.topics(), log.data()), log);
        } else if (log.is(DaoGovernor.VoteCastWithParams.TOPIC)) {
            DaoGovernor.VoteCastWithParams cast = DaoGovernor.VoteCastWithParams.decode(log.topics(), log.data());
            counted(
                    new DaoGovernor.VoteCast(
                            cast.voter(), cast.proposalId(), cast.support(), cast.weight(), cast.reason()),
                    log);
        } else if (log.is(DaoGovernor.VoteRefused.TOPIC)) {
            DaoGovernor.VoteRefused refused = DaoGovernor.VoteRefused.decode(log.topics(), log.data());
            String reason = ContractErrors.nameOf(refused.reason()).orElse(refused.reason());
            relayed.live(refused.proposalId(), refused.voter())
                    .ifPresent(vote -> vote.refused("refused by the Governor: " + reason));
        }
    }

    private void counted(DaoGovernor.VoteCast cast, ChainLog log) {
        Support support = Support.of(cast.support());
        VoteId id = new VoteId(cast.proposalId(), cast.voter());
        votes.persist(new Vote(id, support, cast.weight(), cast.reason(), log));
        tallies.of(cast.proposalId()).add(support, cast.weight());
        relayed.live(cast.proposalId(), cast.voter()).ifPresent(RelayedVote::counted);
    }
}
