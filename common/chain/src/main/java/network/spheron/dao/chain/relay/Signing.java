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
import network.spheron.dao.chain.node.RelayAccounts;
import network.spheron.dao.chain.node.Signer;

/** Turns accepted submissions into signed transactions, and old transactions into better paid ones. */
@Singleton
class Signing {
    private final Submissions submissions;
    private final Settling settling;
    private final NodeConnection node;
    private final RelayAccounts accounts;
    private final ChainConfig config;

    Signing(
            Submissions submissions,
            Settling settling,
            NodeConnection node,
            RelayAccounts accounts,
            ChainConfig config) {
        this.submissions = submissions;
        this.settling = settling;
        this.node = node;
        this.accounts = accounts;
        this.config = config;
    }

    /** What a transaction has to offer now, within what it may. */
    Fees feesNow() {
        return node.fees(config.maxFeePerGas());
    }

    /** Whether nothing would be mined with what it may offer. */
    boolean isTooDear() {
        return node.header(At.LATEST).baseFee().compareTo(config.maxFeePerGas()) > 0;
    }

    /**
     * Simulates a submission and stores a signed transaction for it, with the account's next nonce.
     *
     * @return empty when the contract refuses it, or another replica has signed it
     * @throws AccountUnusable when another replica is at the account, or it cannot pay
     * @throws SignerUnavailable when the account's signature cannot be had
     */
    Optional<Attempt> sign(String submissionId, Signer account, Fees fees) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!submissions.acquire(account.address())) throw AccountUnusable.busy();
            Submission submission = submissions.locked(submissionId);
            if (!submission.awaitsSignature()) return Optional.empty();
            try {
                long gasLimit = gasLimit(submission, account.address());
                requireFunds(account.address(), gasLimit, fees);
                long nonce = nextNonce(account.address());
                return Optional.of(store(submission, account, nonce, gasLimit, fees));
            } catch (CallReverted refusal) {
                settling.refuse(submission, refusal);
                return Optional.empty();
            }
        });
    }

    /** Signs a transaction that was not mined in time again, with the same nonce and higher fees. */
    Optional<Attempt> raise(UnderWay stuck, Fees fees) {
        Optional<Signer> account = accounts.signer(stuck.newest().sender());
        return account.isEmpty() ? Optional.empty() : raise(stuck.id(), account.get(), fees);
    }

    private Optional<Attempt> raise(String submissionId, Signer account, Fees fees) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!submissions.acquire(account.address())) return Optional.empty();
            Submission submission = submissions.locked(submissionId);
            Attempt last = submissions.attempts(submissionId).get(0);
            Fees raised = last.fees().raised(fees, config.maxFeePerGas());
            boolean due = submission.isUnderWay()
                    && !last.isNoOp()
                    && !submission.isMined()
                    && submission.goesBy(last)
                    && last.sender().equals(account.address())
                    && last.isSignedLongAgo(Instant.now(), config.bumpAfter());
            if (!due || !raised.replaces(last.fees())) return Optional.empty();
            return Optional.of(store(submission, account, last.nonce(), last.gasLimit(), raised));
        });
    }

    private Attempt store(Submission submission, Signer account, long nonce, long gasLimit, Fees fees) {
        AccountKey.Unsigned unsigned = new AccountKey.Unsigned(
                config.chainId(), nonce, gasLimit, submission.toAddress(), submission.data(), fees);
        Attempt attempt = Attempt.call(submission, unsigned, account, Instant.now());
        submissions.add(attempt);
        submission.signed(attempt);
        return attempt;
    }

    private long gasLimit(Submission submission, String sender) {
        node.call(sender, submission.toAddress(), submission.data(), At.PENDING);
        BigInteger used = node.estimateGas(sender, submission.toAddress(), submission.data());
        if (used.compareTo(config.gasLimit()) > 0) {
            throw new CallReverted("TooMuchGas", "needs " + used + " gas, more than " + config.gasLimit());
        }
        return GasLimit.withHeadroom(used).min(config.gasLimit()).longValueExact();
    }

    private void requireFunds(String sender, long gasLimit, Fees fees) {
        BigInteger most = fees.max().multiply(BigInteger.valueOf(gasLimit));
        if (node.balance(sender).compareTo(most) < 0) throw AccountUnusable.poor();
    }

    // The chain may know of nonces that the database lost, the database of transactions that the node forgot.
    private long nextNonce(String sender) {
        long unused = node.transactionCount(sender, At.PENDING);
        return Math.max(unused, submissions.highestNonce(sender).orElse(-1) + 1);
    }
}
