package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import network.spheron.dao.chain.node.NodeConnection;

/** What the accounts hold, looked up now and then: nothing is decided by it. */
@Singleton
class Balances {
    private static final Duration VALIDITY = Duration.ofSeconds(15);

    private final Pool pool;
    private final NodeConnection node;
    private final Map<String, Double> known = new ConcurrentHashMap<>();
    private volatile Instant lookedUp = Instant.MIN;

    Balances(Pool pool, NodeConnection node) {
        this.pool = pool;
        this.node = node;
    }

    /** In wei; not a number before it was first looked up. */
    double of(String account) {
        return known.getOrDefault(account, Double.NaN);
    }

    void lookUp() {
        Instant now = Instant.now();
        if (lookedUp.isAfter(now.minus(VALIDITY))) return;
        pool.addresses()
                .forEach(account -> known.put(account, node.balance(account).doubleValue()));
        lookedUp = now;
    }
}
