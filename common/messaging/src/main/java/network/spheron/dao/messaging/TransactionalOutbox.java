package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;

/** Writes events to the outbox table and wakes the relay once they are committed. */
@ApplicationScoped
class TransactionalOutbox implements Outbox {
    private final OutboxTable table;
    private final OutboxRelay relay;
    private final ServiceName service;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    TransactionalOutbox(
            OutboxTable table, OutboxRelay relay, ServiceName service, TransactionSynchronizationRegistry transaction) {
        this.table = table;
        this.relay = relay;
        this.service = service;
        this.transaction = transaction;
    }

    @Override
    public void publish(DomainEvent event) {
        String topic = Topics.of(event.getClass());
        if (!service.writes(topic)) {
            throw new IllegalArgumentException(service.value() + " does not write " + topic);
        }
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is published in the transaction that makes it true");
        }
        byte[] payload = EventJson.write(event).getBytes(UTF_8);
        if (payload.length > CloudEvents.MAX_BYTES) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " of " + event.aggregateId() + " has "
                    + payload.length + " bytes, more than " + CloudEvents.MAX_BYTES);
        }
        table.add(topic, event.aggregateId(), event.getClass().getSimpleName(), payload);
        transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
    }

    private record WakeAfterCommit(OutboxRelay relay) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
