package network.spheron.dao.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.spheron.dao.events.MalformedEvent;
import network.spheron.dao.messaging.ParkedTable.Aggregate;
import network.spheron.dao.messaging.ParkedTable.Due;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens to a record: handled, tried again, parked, or dead. Only the absence of the database or of Kafka
 * is thrown; then the record has had no effect and has to come again.
 */
@ApplicationScoped
class EventDelivery {
    private static final int AGGREGATES_PER_PASS = 200;
    private static final int MAX_REASON_LENGTH = 1000;

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final MessagingConfig config;
    private final MeterRegistry metrics;

    @Inject
    EventDelivery(Inbox inbox, DeadLetters deadLetters, MessagingConfig config, MeterRegistry metrics) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
    }

    /** What an attempt came to: an outcome, or a reason to park. */
    private record Verdict<T>(@Nullable T outcome, ParkedState state, String reason) {}

    /**
     * Delivers a record that has just come.
     *
     * @param rest waits between attempts; throws when the process is stopping
     * @return whether it had an effect that others may have waited for
     */
    boolean deliver(Delivery delivery, Consumer<Duration> rest) {
        if (!delivery.hasUsableKey()) {
            deadLetters.send(delivery, "no usable key");
            count(delivery.topic(), "dead");
            return false;
        }
        Verdict<Inbox.Outcome> verdict =
                attempt(() -> inbox.accept(delivery), config.inbox().attempts(), rest);
        if (verdict.outcome() != null) {
            count(delivery.topic(), verdict.outcome().name().toLowerCase(Locale.ROOT));
            return verdict.outcome() == Inbox.Outcome.HANDLED;
        }
        inbox.park(delivery, verdict.state(), verdict.reason());
        count(delivery.topic(), verdict.state().name().toLowerCase(Locale.ROOT));
        if (verdict.state() == ParkedState.DEAD) {
            deadLetters.sendPending();
        }
        return false;
    }

    /** Tries the parked aggregates in turn, for as long as one that was released may release another. */
    void retryParked(Consumer<Duration> rest) {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Due due : inbox.due(config.inbox().deadInterval(), AGGREGATES_PER_PASS)) {
                // The dead failed often enough; they must not hold up the living.
                boolean dead = due.state() == ParkedState.DEAD;
                progress |= retry(due.aggregate(), dead ? 1 : config.inbox().attempts(), rest);
            }
        }
        deadLetters.sendPending();
    }

    private boolean retry(Aggregate aggregate, int attempts, Consumer<Duration> rest) {
        boolean progress = false;
        while (true) {
            Verdict<Optional<Inbox.Outcome>> verdict = attempt(() -> inbox.retryFirst(aggregate), attempts, rest);
            if (verdict.outcome() == null) {
                inbox.keepParked(aggregate, verdict.state(), verdict.reason());
                return progress;
            }
            if (verdict.outcome().isEmpty()) {
                return progress;
            }
            count(aggregate.topic(), "released");
            progress = true;
        }
    }

    private <T> Verdict<T> attempt(Supplier<T> action, int attempts, Consumer<Duration> rest) {
        Duration backoff = config.inbox().backoff();
        for (int left = attempts - 1; ; left--) {
            try {
                return new Verdict<>(action.get(), ParkedState.WAITING, "");
            } catch (MalformedEvent e) {
                return new Verdict<>(null, ParkedState.DEAD, reason(e));
            } catch (RuntimeException e) {
                Optional<MissingPrerequisite> missing = missing(e);
                if (missing.isPresent()) {
                    return new Verdict<>(null, ParkedState.WAITING, reason(missing.get()));
                }
                if (DatabaseFailure.isOutage(e)) {
                    throw e;
                }
                if (left <= 0) {
                    return new Verdict<>(null, ParkedState.DEAD, reason(e));
                }
                rest.accept(backoff);
                backoff = backoff.multipliedBy(2);
            }
        }
    }

    private static Optional<MissingPrerequisite> missing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingPrerequisite missing) {
                return Optional.of(missing);
            }
        }
        return Optional.empty();
    }

    private static String reason(RuntimeException failure) {
        boolean ours = failure instanceof MalformedEvent || failure instanceof MissingPrerequisite;
        String text = ours ? String.valueOf(failure.getMessage()) : failure.toString();
        String storable = text.replace("\0", "");
        return storable.substring(0, Math.min(storable.length(), MAX_REASON_LENGTH));
    }

    private void count(String topic, String outcome) {
        metrics.counter("spheron.inbox.events", "topic", topic, "outcome", outcome)
                .increment();
    }
}
