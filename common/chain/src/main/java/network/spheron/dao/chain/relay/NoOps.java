package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.RelayAccounts;
import network.spheron.dao.chain.node.Signer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Uses up nonces by transactions that do nothing: no coins, to the account itself. */
@Singleton
class NoOps {
    private static final Logger LOG = Logger.getLogger(NoOps.class);

    /** The least that a transaction uses, and all that this one does. */
    private static final long GAS = 21_000;

    private final Submissions submissions;
    private final NodeConnection node;
    private final RelayAccounts accounts;
    private final ChainConfig config;
    private final RelayCounts counts;

    NoOps(
            Submissions submissions,
            NodeConnection node,
            RelayAccounts accounts,
            ChainConfig config,
            RelayCounts counts) {
        this.submissions = submissions;
        this.node = node;
        this.accounts = accounts;
        this.config = config;
        this.counts = counts;
    }

    /** Signs one with the nonce of a transaction that is not waited for any longer; empty when it cannot pay enough. */
    Optional<Attempt> inPlaceOf(UnderWay stuck) {
        return alone(stuck.newest().sender(), account -> {
            Submission submission = submissions.locked(stuck.id());
            Attempt last = submissions.attempts(stuck.id()).get(0);
            boolean due = submission.isUnderWay() && !submission.isMined() && submission.goesBy(last) && isOld(last);
            return due ? replace(last, stuck.id(), account) : Optional.empty();
        });
    }

    /** What is to be handed to the node so that this nonce is missing no more. */
    Optional<Attempt> fill(String address, long nonce) {
        return alone(address, account -> {
                    List<Attempt> known = submissions.attemptsAt(address, nonce);
                    if (known.isEmpty()) {
                        return Optional.of(sign(account, null, nonce, node.fees(config.maxFeePerGas())));
                    }
                    Attempt last = known.get(0);
                    Optional<Attempt> settled = settling(last);
                    if (settled.isPresent()) return settled;
                    if (last.isNoOp() && !isOld(last)) return Optional.of(last);
                    return replace(last, null, account)
                            .or(() -> Optional.of(last).filter(Attempt::isNoOp));
                })
                .filter(attempt -> attempt.needsBroadcast(Instant.now(), config.rebroadcastAfter()));
    }

    // What was final once is right to be so again: the same bytes have the same effect.
    private Optional<Attempt> settling(Attempt attempt) {
        return Optional.ofNullable(attempt.submissionId())
                .flatMap(submissions::find)
                .map(Submission::view)
                .filter(submission -> submission.status() == SubmissionStatus.FINAL)
                .flatMap(submission -> Optional.ofNullable(submission.transactionHash()))
                .map(submissions::attempt)
                .filter(found ->
                        found.nonce() == attempt.nonce() && found.sender().equals(attempt.sender()));
    }

    private Optional<Attempt> replace(Attempt last, @Nullable String submissionId, Signer account) {
        BigInteger limit = limit(last);
        Fees raised = last.fees().raised(node.fees(limit), limit);
        if (!raised.replaces(last.fees())) return Optional.empty();
        return Optional.of(sign(account, submissionId, last.nonce(), raised));
    }

    // Above the limit of a call, if need be, but never dearer as a whole than the call that it takes the place of.
    private BigInteger limit(Attempt last) {
        return submissions.attemptsAt(last.sender(), last.nonce()).stream()
                .filter(attempt -> !attempt.isNoOp())
                .map(call -> call.fees()
                        .max()
                        .multiply(BigInteger.valueOf(call.gasLimit()))
                        .divide(BigInteger.valueOf(GAS)))
                .reduce(config.maxFeePerGas(), BigInteger::max);
    }

    private Attempt sign(Signer account, @Nullable String submissionId, long nonce, Fees fees) {
        AccountKey.Unsigned unsigned =
                new AccountKey.Unsigned(config.chainId(), nonce, GAS, account.address(), "0x", fees);
        Attempt attempt = Attempt.noOp(submissionId, unsigned, account, Instant.now());
        submissions.add(attempt);
        counts.noOp(account.address());
        LOG.infof("Nonce %d of %s is used up by nothing (%s)", nonce, account.address(), attempt.hash());
        return attempt;
    }

    private Optional<Attempt> alone(String address, Function<Signer, Optional<Attempt>> work) {
        return accounts.signer(address)
                .flatMap(account -> QuarkusTransaction.requiringNew()
                        .call(() -> submissions.acquire(address) ? work.apply(account) : Optional.empty()));
    }

    private boolean isOld(Attempt attempt) {
        return attempt.isSignedLongAgo(Instant.now(), config.bumpAfter());
    }
}
