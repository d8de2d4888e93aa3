package network.spheron.dao.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.events.MalformedEvent;
import network.spheron.dao.messaging.ParkedTable.Aggregate;
import network.spheron.dao.messaging.ParkedTable.Due;

/**
 * Applies one record in one transaction: its event's id and whatever the handlers change, or nothing. An aggregate that
 * is parked only collects its records.
 */
@ApplicationScoped
class Inbox {
    private final InboxTable inbox;
    private final ParkedTable parked;
    private final EventHandlers handlers;

    @Inject
    Inbox(InboxTable inbox, ParkedTable parked, EventHandlers handlers) {
        this.inbox = inbox;
        this.parked = parked;
        this.handlers = handlers;
    }

    /** What became of a record. */
    enum Outcome {
        HANDLED,
        DUPLICATE,
        UNWANTED,
        PARKED
    }

    /**
     * Handles a record that has just come.
     *
     * @throws MissingPrerequisite when its aggregate has to wait
     * @throws MalformedEvent when it cannot be understood
     */
    Outcome accept(Delivery delivery) {
        return QuarkusTransaction.requiringNew().call(() -> {
            inbox.lock(delivery.topic(), delivery.key());
            if (parked.isParked(aggregate(delivery))) {
                parked.append(delivery);
                return Outcome.PARKED;
            }
            return apply(delivery);
        });
    }

    /** Parks a record's aggregate with it as its first, unless it was handled in the meantime or dropped before. */
    void park(Delivery delivery, ParkedState state, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            inbox.lock(delivery.topic(), delivery.key());
            if (!isHandled(delivery) && !parked.isDropped(delivery)) {
                parked.park(aggregate(delivery), state, reason);
                parked.append(delivery);
            }
        });
    }

    /**
     * Handles the first record of a parked aggregate; throws as {@link #accept}.
     *
     * @return the outcome, or nothing when there is no record left or another replica is at it
     */
    Optional<Outcome> retryFirst(Aggregate aggregate) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!inbox.tryLock(aggregate.topic(), aggregate.aggregateId())) {
                return Optional.empty();
            }
            Optional<Delivery> first = parked.first(aggregate);
            if (first.isEmpty()) {
                parked.removeIfEmpty(aggregate);
                return Optional.empty();
            }
            Outcome outcome = apply(first.get());
            parked.remove(first.get());
            return Optional.of(outcome);
        });
    }

    /** Records why a parked aggregate stays parked. */
    void keepParked(Aggregate aggregate, ParkedState state, String reason) {
        QuarkusTransaction.requiringNew().run(() -> parked.update(aggregate, state, reason));
    }

    /** Parked aggregates to try again, the longest untried first. */
    List<Due> due(Duration deadInterval, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> parked.due(deadInterval, limit));
    }

    private Outcome apply(Delivery delivery) {
        ReceivedEvent received = CloudEvents.read(delivery);
        if (!handlers.want(received.event())) {
            return Outcome.UNWANTED;
        }
        if (!inbox.record(received, delivery.topic())) {
            return Outcome.DUPLICATE;
        }
        handlers.handle(received.event());
        return Outcome.HANDLED;
    }

    private boolean isHandled(Delivery delivery) {
        try {
            return inbox.contains(CloudEvents.read(delivery).id());
        } catch (MalformedEvent e) {
            return false;
        }
    }

    private static Aggregate aggregate(Delivery delivery) {
        return new Aggregate(delivery.topic(), delivery.key());
    }
}
