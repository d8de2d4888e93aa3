package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.RelayKey;

/** Turns accepted submissions into signed transactions, and old transactions into better paid ones. */
@Singleton
class Signing {
    private final Submissions submissions;
    private final Settling settling;
    private final NodeConnection node;
    private final RelayKey key;
    private final ChainConfig config;

    Signing(Submissions submissions, Settling settling, NodeConnection node, RelayKey key, ChainConfig config) {
        this.submissions = submissions;
        this.settling = settling;
        this.node = node;
        this.key = key;
        this.config = config;
    }

    /** What a transaction has to offer now. */
    Fees feesNow() {
        return node.fees(config.maxFeePerGas());
    }

    /**
     * Simulates a submission and stores a signed transaction for it, with the account's next nonce.
     *
     * @return empty when the contract refuses it, or another replica is at it
     */
    Optional<Attempt> sign(String submissionId, Fees fees) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!submissions.acquire(key.address())) return Optional.empty();
            Submission submission = submissions.locked(submissionId);
            if (!submission.awaitsSignature()) return Optional.empty();
            try {
                long gasLimit = gasLimit(submission);
                return Optional.of(store(submission, nextNonce(), gasLimit, fees));
            } catch (CallReverted refusal) {
                settling.refuse(submission, refusal);
                return Optional.empty();
            }
        });
    }

    /** Signs a transaction that was not mined in time again, with the same nonce and higher fees. */
    Optional<Attempt> raise(String submissionId, Fees fees) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!submissions.acquire(key.address())) return Optional.empty();
            Submission submission = submissions.locked(submissionId);
            Attempt last = submissions.attempts(submissionId).get(0);
            Fees raised = last.fees().raised(fees, config.maxFeePerGas());
            boolean due = submission.isUnderWay()
                    && !submission.isMined()
                    && last.sender().equals(key.address())
                    && last.isSignedBefore(Instant.now().minus(config.bumpAfter()));
            if (!due || !raised.replaces(last.fees())) return Optional.empty();
            return Optional.of(store(submission, last.nonce(), last.gasLimit(), raised));
        });
    }

    private Attempt store(Submission submission, long nonce, long gasLimit, Fees fees) {
        AccountKey.Unsigned unsigned = new AccountKey.Unsigned(
                config.chainId(), nonce, gasLimit, submission.toAddress(), submission.data(), fees);
        Attempt attempt = new Attempt(submission, unsigned, key, Instant.now());
        submissions.add(attempt);
        submission.signed(attempt);
        return attempt;
    }

    private long gasLimit(Submission submission) {
        node.call(key.address(), submission.toAddress(), submission.data(), At.PENDING);
        BigInteger used = node.estimateGas(key.address(), submission.toAddress(), submission.data());
        if (used.compareTo(config.gasLimit()) > 0) {
            throw new CallReverted("TooMuchGas", "needs " + used + " gas, more than " + config.gasLimit());
        }
        return GasLimit.withHeadroom(used).min(config.gasLimit()).longValueExact();
    }

    // The chain may know of nonces that the database lost, the database of transactions that the node forgot.
    private long nextNonce() {
        long unused = node.transactionCount(key.address(), At.PENDING);
        return Math.max(unused, submissions.highestNonce(key.address()).orElse(-1) + 1);
    }
}
