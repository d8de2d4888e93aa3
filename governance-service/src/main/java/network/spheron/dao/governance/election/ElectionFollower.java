package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.events.ElectionOpened;
import network.spheron.dao.events.VotingExtended;
import network.spheron.dao.messaging.Outbox;

/** Reads elections off the chain: opened, decided, and what became of every ballot in between. */
@ApplicationScoped
class ElectionFollower implements ChainListener {
    private final Elections elections;
    private final ElectionEntries entries;
    private final BallotBox ballotBox;
    private final Outbox outbox;

    ElectionFollower(Elections elections, ElectionEntries entries, BallotBox ballotBox, Outbox outbox) {
        this.elections = elections;
        this.entries = entries;
        this.ballotBox = ballotBox;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.BID_ELECTION);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(BidElection.ElectionOpened.TOPIC)) {
            opened(BidElection.ElectionOpened.decode(log.topics(), log.data()));
        } else if (log.is(BidElection.BallotCast.TOPIC)) {
            BidElection.BallotCast cast = BidElection.BallotCast.decode(log.topics(), log.data());
            if (ballotBox.count(cast, log)) {
                elections.election(cast.mandateId()).countBallot();
            }
        } else if (log.is(BidElection.BallotRefused.TOPIC)) {
            ballotBox.refuse(BidElection.BallotRefused.decode(log.topics(), log.data()));
        } else if (log.is(BidElection.ElectionDecided.TOPIC)) {
            decided(BidElection.ElectionDecided.decode(log.topics(), log.data()), log);
        } else if (log.is(BidElection.VotingExtended.TOPIC)) {
            extended(BidElection.VotingExtended.decode(log.topics(), log.data()));
        } else if (log.is(BidElection.AwardObjectedTo.TOPIC)) {
            BidElection.AwardObjectedTo objected = BidElection.AwardObjectedTo.decode(log.topics(), log.data());
            Election election = elections.election(objected.mandateId());
            election.contested(objected, log);
            publishContest(election);
        } else if (log.is(BidElection.ObjectionResolved.TOPIC)) {
            resolved(BidElection.ObjectionResolved.decode(log.topics(), log.data()), log);
        }
    }

    private void extended(BidElection.VotingExtended extended) {
        elections.election(extended.mandateId()).extended(extended.votingEnds());
        outbox.publish(new VotingExtended(extended.mandateId(), extended.votingEnds()));
    }

    private void resolved(BidElection.ObjectionResolved resolved, ChainLog log) {
        Election election = elections.election(resolved.mandateId());
        election.resolved(resolved, log.block().timestamp());
        if (resolved.upheld()) {
            entries.of(resolved.mandateId()).forEach(ElectionEntry::annulled);
        }
        publishContest(election);
    }

    /** After the decision only, which waits for what other services know: readers hear of both in their order. */
    private void publishContest(Election election) {
        if (election.isPublished()) {
            election.contest().ifPresent(outbox::publish);
        }
    }

    private void opened(BidElection.ElectionOpened opened) {
        elections.persist(new Election(opened));
        opened.bidsOnBallot()
                .forEach(index -> entries.persist(new ElectionEntry(new BidKey(opened.mandateId(), index))));
        outbox.publish(new ElectionOpened(
                opened.mandateId(),
                opened.votingStarts(),
                opened.votingEnds(),
                opened.snapshot(),
                opened.bidsOnBallot()));
    }

    private void decided(BidElection.ElectionDecided decided, ChainLog log) {
        elections.election(decided.mandateId()).decided(decided, log);
        List<Integer> winners = decided.winners();
        for (int rank = 0; rank < winners.size(); rank++) {
            entries.findById(new BidKey(decided.mandateId(), winners.get(rank))).won(rank + 1);
        }
    }
}
