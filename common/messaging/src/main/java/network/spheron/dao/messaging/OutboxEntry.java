package network.spheron.dao.messaging;

import java.time.Instant;
import java.util.UUID;

/** An event on its way to Kafka. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record OutboxEntry(
        String topic,
        String aggregateId,
        long version,
        UUID eventId,
        String type,
        byte[] payload,
        Instant recordedAt) {}
