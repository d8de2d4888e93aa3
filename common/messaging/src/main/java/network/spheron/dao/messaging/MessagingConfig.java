package network.spheron.dao.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are sent and received. The broker's address and security are Quarkus' own {@code kafka.*} keys. */
@ConfigMapping(prefix = "spheron.messaging")
interface MessagingConfig {
    Sending outbox();

    Receiving inbox();

    /** The outbox. */
    interface Sending {
        /** How long the relay rests when nothing woke it; it is woken by every commit in the same process. */
        @WithDefault("1s")
        Duration pollInterval();

        /** How many aggregates one transaction of the relay claims. */
        @WithDefault("100")
        int aggregatesPerRound();

        /** How long an event may wait for the broker's acknowledgement before the relay lets go of it and starts anew. */
        @WithDefault("30s")
        Duration sendTimeout();
    }

    /** The inbox. */
    interface Receiving {
        /** How often an event is tried before it is dead-lettered. */
        @WithDefault("5")
        int attempts();

        /** The wait after the first failed attempt; it doubles with each further one. */
        @WithDefault("100ms")
        Duration backoff();

        /** How often parked aggregates are tried again while nothing else is handled. */
        @WithDefault("1s")
        Duration parkedInterval();

        /** How often an aggregate whose event was dead-lettered is tried again, once each time. */
        @WithDefault("1m")
        Duration deadInterval();

        /** How long a service that was killed keeps its partitions from its successor. */
        @WithDefault("10s")
        Duration sessionTimeout();
    }
}
