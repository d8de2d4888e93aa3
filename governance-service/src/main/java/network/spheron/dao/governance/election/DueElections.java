package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.messaging.Outbox;

/** The step that is due for an election: open it, decide it, or publish what was decided. */
@ApplicationScoped
class DueElections {
    private static final int NONE = 0;
    private static final int VOTING = 1;

    private final Competitions competitions;
    private final Standings standings;
    private final ChainReader chain;
    private final TransactionRelay relay;
    private final Outbox outbox;

    DueElections(
            Competitions competitions, Standings standings, ChainReader chain, TransactionRelay relay, Outbox outbox) {
        this.competitions = competitions;
        this.standings = standings;
        this.chain = chain;
        this.relay = relay;
        this.outbox = outbox;
    }

    void open(BigInteger mandateId) {
        send(mandateId, "open", NONE, BidElection.open(mandateId));
    }

    /** Sends the order that follows from the followed ballots; waits for prices that have not arrived yet. */
    void decide(BigInteger mandateId) {
        standings
                .count(mandateId)
                .ifPresent(count -> send(mandateId, "decide", VOTING, BidElection.decide(mandateId, count.order())));
    }

    /** Publishes a decision once everything that it tells is known here. */
    void publish(BigInteger mandateId) {
        standings.decision(mandateId).ifPresent(decision -> {
            outbox.publish(decision);
            standings.markPublished(mandateId).contest().ifPresent(outbox::publish);
        });
    }

    private void send(BigInteger mandateId, String step, int statusBefore, FunctionCall<?> call) {
        String key = "election:" + mandateId + ":" + step;
        boolean underWay = relay.findByKey(key)
                .filter(submission -> submission.status() != SubmissionStatus.REFUSED)
                .isPresent();
        if (underWay
                || chain.call(ContractName.BID_ELECTION, BidElection.election(mandateId))
                                .status()
                        != statusBefore) {
            return;
        }
        Competition competition = competitions.findById(mandateId);
        try {
            chain.simulate(ContractName.BID_ELECTION, call);
            relay.submit(key, ContractName.BID_ELECTION, call);
            competition.hinderedBy(null);
        } catch (CallReverted e) {
            competition.hinderedBy("to " + step + " the election is refused: " + e.getMessage());
        }
    }
}
