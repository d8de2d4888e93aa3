package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.governance.ballot.BallotConfig;
import network.spheron.dao.governance.ballot.BallotReceipt;
import network.spheron.dao.governance.ballot.BatchReceipt;

/** Puts checked votes into transactions that fit the gas cap. */
@ApplicationScoped
class VoteRelay {
    private final TransactionRelay relay;
    private final RelayedVotes relayed;
    private final BallotConfig config;
    private final Clock clock;

    VoteRelay(TransactionRelay relay, RelayedVotes relayed, BallotConfig config, Clock clock) {
        this.relay = relay;
        this.relayed = relayed;
        this.config = config;
        this.clock = clock;
    }

    BatchReceipt submit(OpenVote.Window vote, List<CheckedVote> votes, List<BallotReceipt> refused) {
        int perTransaction = (int) Math.max(1, config.batchGas() / config.gasPerVote());
        List<BallotReceipt> receipts = new ArrayList<>();
        List<SubmissionView> submissions = new ArrayList<>();
        for (int from = 0; from < votes.size(); from += perTransaction) {
            List<CheckedVote> batch = votes.subList(from, Math.min(votes.size(), from + perTransaction));
            SubmissionView submission = send(vote, batch);
            submissions.add(submission);
            for (CheckedVote one : batch) {
                relayed.persist(new RelayedVote(vote.proposalId(), one, submission.id(), clock.instant()));
                receipts.add(BallotReceipt.accepted(one.voter(), submission.id()));
            }
        }
        receipts.addAll(refused);
        return new BatchReceipt(receipts, submissions);
    }

    private SubmissionView send(OpenVote.Window vote, List<CheckedVote> batch) {
        FunctionCall<?> call = DaoGovernor.castVotesBySig(
                vote.proposalId(), batch.stream().map(CheckedVote::call).toList());
        // The first voter names the batch: a voter is on the way once per proposal.
        String key = "sip:" + vote.sipId() + ":votes:" + batch.get(0).voter();
        return relay.submit(key, ContractName.DAO_GOVERNOR, call);
    }
}
