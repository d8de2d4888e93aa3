package network.spheron.dao.chain.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.node.RelayAccounts;

/** Counts what the relay does. Every count begins with zero, so that its first increase is one. */
@Singleton
class RelayCounts {
    private final MeterRegistry meters;
    private final Counter repeated;
    private final Counter reopened;

    RelayCounts(MeterRegistry meters, RelayAccounts accounts) {
        this.meters = meters;
        this.repeated = Counter.builder("chain.submissions.repeated")
                .description("Calls that had reverted when they were mined, and were made again")
                .register(meters);
        this.reopened = Counter.builder("chain.submissions.reopened")
                .description("Transactions whose block is no longer part of the chain")
                .register(meters);
        settled(SubmissionStatus.FINAL);
        settled(SubmissionStatus.REFUSED);
        accounts.addresses().forEach(account -> {
            raises(account);
            noOps(account);
        });
    }

    void settled(Submission submission) {
        settled(submission.status()).increment();
    }

    void repeated() {
        repeated.increment();
    }

    void reopened() {
        reopened.increment();
    }

    void raised(String account) {
        raises(account).increment();
    }

    void noOp(String account) {
        noOps(account).increment();
    }

    private Counter settled(SubmissionStatus outcome) {
        return Counter.builder("chain.submissions.settled")
                .description("Submissions that ended, by how")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private Counter raises(String account) {
        return Counter.builder("chain.account.fee.raises")
                .description("Transactions that were signed again with higher fees")
                .tag("account", account)
                .register(meters);
    }

    private Counter noOps(String account) {
        return Counter.builder("chain.account.no.ops")
                .description("Transactions that were signed only to use up a nonce")
                .tag("account", account)
                .register(meters);
    }
}
