package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.SignerUnavailable;

/**
 * Finds nonces that the chain waits for although nothing with them is on its way. Whatever has a later nonce waits for
 * them: they are used up.
 */
@Singleton
class Gaps {
    private final Pool pool;
    private final NodeConnection node;
    private final NoOps noOps;
    private final Broadcasting broadcasting;
    private final ChainConfig config;
    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    Gaps(Pool pool, NodeConnection node, NoOps noOps, Broadcasting broadcasting, ChainConfig config) {
        this.pool = pool;
        this.node = node;
        this.noOps = noOps;
        this.broadcasting = broadcasting;
        this.config = config;
    }

    /** How many nonces of that account were missing when it was last looked. */
    int found(String account) {
        return found.getOrDefault(account, 0);
    }

    void fill(List<UnderWay> notMined) {
        for (String account : pool.addresses()) {
            List<Attempt> own = notMined.stream()
                    .map(UnderWay::newest)
                    .filter(attempt -> attempt.sender().equals(account))
                    .toList();
            List<Long> missing = missing(account, own);
            found.put(account, missing.size());
            try {
                missing.forEach(nonce -> noOps.fill(account, nonce).ifPresent(broadcasting::broadcast));
            } catch (SignerUnavailable e) {
                pool.fails(account, e);
            }
        }
    }

    // Only what has waited for a while shows that something is missing: of several nodes behind an address one may be
    // late.
    private List<Long> missing(String account, List<Attempt> own) {
        Instant now = Instant.now();
        long end = own.stream()
                .filter(attempt -> attempt.isSignedLongAgo(now, config.bumpAfter()))
                .mapToLong(Attempt::nonce)
                .max()
                .orElse(-1);
        if (end < 0) return List.of();
        Set<Long> onTheirWay = new HashSet<>(own.stream().map(Attempt::nonce).toList());
        return LongStream.range(node.transactionCount(account, At.LATEST), end)
                .filter(nonce -> !onTheirWay.contains(nonce))
                .limit(config.maxInFlight())
                .boxed()
                .toList();
    }
}
