package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.governance.ballot.BallotConfig;
import network.spheron.dao.governance.ballot.BallotReceipt;
import network.spheron.dao.governance.ballot.BatchReceipt;

/** Puts checked ballots into transactions that fit the gas cap. */
@ApplicationScoped
class BallotRelay {
    private final TransactionRelay relay;
    private final RelayedBallots relayed;
    private final BallotConfig config;
    private final Clock clock;

    BallotRelay(TransactionRelay relay, RelayedBallots relayed, BallotConfig config, Clock clock) {
        this.relay = relay;
        this.relayed = relayed;
        this.config = config;
        this.clock = clock;
    }

    BatchReceipt submit(OpenElection.Window election, List<CheckedBallot> ballots, List<BallotReceipt> refused) {
        List<BallotReceipt> receipts = new ArrayList<>();
        List<SubmissionView> submissions = new ArrayList<>();
        for (List<CheckedBallot> batch : batches(ballots, election.onBallot().size())) {
            SubmissionView submission = send(election, batch);
            submissions.add(submission);
            for (CheckedBallot one : batch) {
                relayed.persist(new RelayedBallot(election.mandateId(), one, submission.id(), clock.instant()));
                receipts.add(BallotReceipt.accepted(one.voter(), submission.id()));
            }
        }
        receipts.addAll(refused);
        return new BatchReceipt(receipts, submissions);
    }

    private List<List<CheckedBallot>> batches(List<CheckedBallot> ballots, int bidsOnBallot) {
        long forBallots = config.batchGas() - config.gasPerTally() * bidsOnBallot;
        List<List<CheckedBallot>> batches = new ArrayList<>();
        List<CheckedBallot> batch = new ArrayList<>();
        long gas = 0;
        for (CheckedBallot ballot : ballots) {
            long needed = config.gasPerBallot()
                    + config.gasPerChoice() * ballot.choices().size();
            if (!batch.isEmpty() && gas + needed > forBallots) {
                batches.add(batch);
                batch = new ArrayList<>();
                gas = 0;
            }
            batch.add(ballot);
            gas += needed;
        }
        batches.add(batch);
        return batches;
    }

    private SubmissionView send(OpenElection.Window election, List<CheckedBallot> batch) {
        FunctionCall<?> call = BidElection.castBatch(
                election.mandateId(), batch.stream().map(CheckedBallot::call).toList());
        // The first ballot names the batch: a voter's sequence is on the way once.
        CheckedBallot first = batch.get(0);
        String key = "election:" + election.mandateId() + ":ballots:" + first.voter() + ":" + first.sequence();
        return relay.submit(key, ContractName.BID_ELECTION, call);
    }
}
