package network.spheron.dao.chain.relay;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.BatchedCall;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.chain.node.NodeRefused;
import network.spheron.dao.chain.node.Receipt;
import network.spheron.dao.chain.node.RelayAccounts;
import network.spheron.dao.contracts.FunctionCall;
import org.jboss.logging.Logger;

/**
 * Sends calls that wait at the same time in one transaction, where the contract has a function for that. The common call
 * is a submission like any other; its members wait for it and are settled one by one.
 */
@Singleton
class Batching {
    private static final Logger LOG = Logger.getLogger(Batching.class);
    private static final String LOCK = "batches";

    private final List<BatchedCall> kinds;
    private final Submissions submissions;
    private final Settling settling;
    private final NodeConnection node;
    private final RelayAccounts accounts;
    private final ChainConfig config;

    Batching(
            @All List<BatchedCall> kinds,
            Submissions submissions,
            Settling settling,
            NodeConnection node,
            RelayAccounts accounts,
            ChainConfig config) {
        this.kinds = kinds;
        this.submissions = submissions;
        this.settling = settling;
        this.node = node;
        this.accounts = accounts;
        this.config = config;
    }

    /** Puts what waits together; what the node or the contract has something against stays alone. */
    void form() {
        for (BatchedCall kind : kinds) {
            try {
                QuarkusTransaction.requiringNew().run(() -> form(kind));
            } catch (NodeRefused e) {
                LOG.warnf("Calls of %s are not sent together: %s", kind.function(), e.getMessage());
            }
        }
    }

    private void form(BatchedCall kind) {
        if (!submissions.acquire(LOCK)) return;
        List<Submission> waiting = submissions.awaitingCompany(kind.contract(), kind.function(), config.batchSize());
        while (waiting.size() > 1) {
            if (fits(kind, waiting)) {
                Submission batch = submissions.addBatch(kind.contract(), waiting.get(0), together(kind, waiting));
                waiting.forEach(member -> member.join(batch));
                LOG.infof("%d calls are sent together as %s", waiting.size(), batch);
                return;
            }
            waiting = waiting.subList(0, waiting.size() / 2);
        }
    }

    /** Whether the transaction leaves room for what others may change until it is mined. */
    private boolean fits(BatchedCall kind, List<Submission> members) {
        try {
            BigInteger gas = node.estimateGas(
                    accounts.reader(),
                    members.get(0).toAddress(),
                    together(kind, members).data());
            return GasLimit.withHeadroom(gas).compareTo(config.gasLimit()) <= 0;
        } catch (CallReverted tooMuchOrStopped) {
            return false;
        }
    }

    private static FunctionCall<?> together(BatchedCall kind, List<Submission> members) {
        return kind.together(members.stream().map(Submission::data).toList());
    }

    /**
     * Settles the members of a batch that succeeded in a final block, each in a transaction of its own: whoever waits for
     * one of them and fails must not hold up the others.
     *
     * @return whether all are settled, or wait to be sent alone
     */
    boolean settle(String batchId, Receipt receipt) {
        List<String> members = QuarkusTransaction.requiringNew().call(() -> submissions.members(batchId));
        boolean all = true;
        for (String member : members) {
            try {
                QuarkusTransaction.requiringNew().run(() -> settle(submissions.locked(member), batchId, receipt));
            } catch (RuntimeException e) {
                LOG.errorf(e, "Submission %s could not be settled and is tried again", member);
                all = false;
            }
        }
        return all;
    }

    private void settle(Submission member, String batchId, Receipt receipt) {
        // Another replica may have seen the same earlier.
        if (!member.isIn(batchId)) return;
        List<NodeLog> logs = receipt.logs().stream()
                .filter(log -> log.address().equals(member.toAddress()))
                .toList();
        boolean tookEffect = kinds.stream()
                .filter(kind -> member.isCall(kind.contract(), kind.function()))
                .anyMatch(kind -> kind.tookEffect(member.data(), logs));
        if (tookEffect) {
            settling.complete(member, receipt);
        } else {
            member.leaveBatch();
        }
    }
}
