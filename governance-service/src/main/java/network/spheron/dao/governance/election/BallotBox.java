package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractErrors;

/** Adds counted ballots to the tallies, taking back what a voter's earlier ballot had added. */
@ApplicationScoped
class BallotBox {
    private final Ballots ballots;
    private final ElectionEntries entries;
    private final RelayedBallots relayed;

    BallotBox(Ballots ballots, ElectionEntries entries, RelayedBallots relayed) {
        this.ballots = ballots;
        this.entries = entries;
        this.relayed = relayed;
    }

    /**
     * Counts a ballot.
     *
     * @return whether it is the voter's first one
     */
    boolean count(BidElection.BallotCast cast, ChainLog log) {
        Optional<Ballot> earlier = ballots.of(cast.mandateId(), cast.voter());
        earlier.ifPresent(ballot ->
                add(cast.mandateId(), ballot.choices(), ballot.weight().negate()));
        add(cast.mandateId(), Choices.decode(cast.choices()), cast.weight());
        if (earlier.isPresent()) {
            earlier.get().replaceBy(cast, log);
        } else {
            ballots.persist(new Ballot(cast, log));
        }
        relayed.live(cast.mandateId(), cast.voter(), cast.sequence()).ifPresent(RelayedBallot::counted);
        return earlier.isEmpty();
    }

    void refuse(BidElection.BallotRefused refused) {
        String reason = ContractErrors.nameOf(refused.reason()).orElse(refused.reason());
        relayed.live(refused.mandateId(), refused.voter(), refused.sequence())
                .ifPresent(ballot -> ballot.refused("refused by the election contract: " + reason));
    }

    private void add(BigInteger mandateId, Choices choices, BigInteger weight) {
        // Managed entities: a page of ballots ends as one update per bid.
        entries.of(mandateId).forEach(entry -> entry.add(choices.of(entry.index()), weight));
    }
}
