package network.spheron.dao.chain.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What is waiting to be sent, and how each account is doing. */
@Singleton
class RelayGauges implements MeterBinder {
    private final Submissions submissions;
    private final Pool pool;
    private final Gaps gaps;
    private final Balances balances;

    RelayGauges(Submissions submissions, Pool pool, Gaps gaps, Balances balances) {
        this.submissions = submissions;
        this.pool = pool;
        this.gaps = gaps;
        this.balances = balances;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("chain.submissions.unsent.age", this::oldestUnsent)
                .description("How long the oldest submission waits that no node has taken yet")
                .baseUnit("seconds")
                .register(registry);
        for (String account : pool.addresses()) {
            gauge("chain.account.in.flight", "Transactions that are not in a final block yet", account, this::inFlight)
                    .register(registry);
            gauge("chain.account.nonce.gaps", "Nonces that the chain lacks before later ones", account, gaps::found)
                    .register(registry);
            gauge("chain.account.balance", "What is left to pay gas with", account, balances::of)
                    .baseUnit("wei")
                    .register(registry);
        }
    }

    private Gauge.Builder<String> gauge(
            String name, String description, String account, ToDoubleFunction<String> figure) {
        return Gauge.builder(name, account, figure)
                .strongReference(true)
                .description(description)
                .tag("account", account);
    }

    private double oldestUnsent() {
        return QuarkusTransaction.requiringNew().call(submissions::oldestUnsentSeconds);
    }

    private double inFlight(String account) {
        return QuarkusTransaction.requiringNew()
                .call(submissions::countUnderWay)
                .getOrDefault(account, 0L);
    }
}
