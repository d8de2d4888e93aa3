package network.spheron.dao.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import network.spheron.dao.journey.Await;
import network.spheron.dao.local.DemoKeys;
import org.jspecify.annotations.Nullable;

/** The keys with which the services pay for relaying. */
final class ServerKeys {
    private static final List<String> SERVICES = List.of("governance", "marketplace", "treasury");
    private static final int QUIET_BLOCKS = 4;

    private ServerKeys() {}

    static String address(String service) {
        return DemoKeys.address(DemoKeys.relayOf(service));
    }

    /** How many transactions each key has sent, once none has sent any for some blocks. */
    static Map<String, Long> settledNonces() {
        Settled<Map<String, Long>> settled = new Settled<>();
        return Await.value("the server keys to be quiet", () -> {
            Map<String, Long> now = nonces("latest");
            boolean quiet = settled.since(now, ThePlatform.platform().clock().head()) >= QUIET_BLOCKS
                    && now.equals(nonces("pending"));
            return quiet ? Optional.of(now) : Optional.empty();
        });
    }

    static Map<String, Long> nonces(String block) {
        Map<String, Long> nonces = new LinkedHashMap<>();
        for (String service : SERVICES) {
            nonces.put(
                    service,
                    Long.decode(ThePlatform.node()
                            .call("eth_getTransactionCount", address(service), block)
                            .asText()));
        }
        return nonces;
    }

    /** Remembers since which block a value has been the same. */
    private static final class Settled<T> {
        private @Nullable T last;
        private long since;

        /** For how many blocks it has been this value. */
        long since(T value, long block) {
            if (!Objects.equals(last, value)) {
                last = value;
                since = block;
            }
            return block - since;
        }
    }
}
