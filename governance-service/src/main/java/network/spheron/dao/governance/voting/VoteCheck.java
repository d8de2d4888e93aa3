package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.governance.ballot.NoVotingPower;
import network.spheron.dao.governance.ballot.SignedFields;

/** Checks one signed vote as the Governor will, before the relay pays for it. */
@ApplicationScoped
class VoteCheck {
    private final VoteBallot ballots;
    private final Votes votes;
    private final RelayedVotes relayed;
    private final ChainReader chain;

    VoteCheck(VoteBallot ballots, Votes votes, RelayedVotes relayed, ChainReader chain) {
        this.ballots = ballots;
        this.votes = votes;
        this.relayed = relayed;
        this.chain = chain;
    }

    /**
     * Checks form, signature and eligibility.
     *
     * @throws network.spheron.dao.web.Refusal for the first thing that is wrong
     */
    CheckedVote check(OpenVote.Window vote, VotesRequest.SignedVote signed) {
        String voter = SignedFields.address("voter", signed.voter());
        Support support = Support.of(signed.support());
        String signature =
                SignedFields.signature(voter, ballots.typedData(vote.proposalId(), voter, support), signed.signature());
        requireEligible(vote, voter);
        return new CheckedVote(voter, support, signature);
    }

    /**
     * Checks that the wallet may vote and has not done so.
     *
     * @throws AlreadyVoted when it has
     * @throws NoVotingPower when it may not
     */
    void requireEligible(OpenVote.Window vote, String voter) {
        if (votes.has(vote.proposalId(), voter)
                || relayed.live(vote.proposalId(), voter).isPresent()
                || chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.hasVoted(vote.proposalId(), voter))) {
            throw new AlreadyVoted(voter);
        }
        BigInteger power =
                chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.getVotes(voter, BigInteger.valueOf(vote.snapshot())));
        if (power.signum() == 0) {
            throw new NoVotingPower(voter, vote.snapshot());
        }
    }
}
