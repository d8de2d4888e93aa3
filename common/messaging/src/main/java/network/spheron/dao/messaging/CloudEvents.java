package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.MalformedEvent;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/** CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the value is the event's JSON. */
final class CloudEvents {
    /** The most bytes that an event's JSON may have. */
    static final int MAX_BYTES = 512 * 1024;

    private static final String CONTENT_TYPE = "application/json";
    private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,18}");

    private CloudEvents() {}

    static ProducerRecord<byte[], byte[]> record(String service, OutboxEntry entry) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", entry.eventId().toString());
        attributes.put("ce_type", entry.type());
        attributes.put("ce_source", "/" + service);
        attributes.put("ce_time", entry.recordedAt().toString());
        attributes.put("ce_subject", entry.aggregateId());
        attributes.put("ce_sequence", String.valueOf(entry.version()));
        attributes.put("content-type", CONTENT_TYPE);
        byte[] key = entry.aggregateId().getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(entry.topic(), key, entry.payload());
        attributes.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /**
     * Reads a record.
     *
     * @throws MalformedEvent with what is wrong with it
     */
    static ReceivedEvent read(Delivery delivery) {
        if (delivery.payload().length > MAX_BYTES) {
            throw new MalformedEvent(delivery.payload().length + " bytes are more than " + MAX_BYTES);
        }
        expect(delivery, "ce_specversion", "1.0");
        expect(delivery, "content-type", CONTENT_TYPE);
        if (!SEQUENCE.matcher(delivery.header("ce_sequence")).matches()) {
            throw new MalformedEvent("bad ce_sequence " + delivery.header("ce_sequence"));
        }
        DomainEvent event = EventJson.read(delivery.header("ce_type"), delivery.payload());
        if (!Topics.of(event.getClass()).equals(delivery.topic())) {
            throw new MalformedEvent(delivery.header("ce_type") + " does not belong on this topic");
        }
        if (!event.aggregateId().equals(delivery.key())) {
            throw new MalformedEvent("the key is not the aggregate's id " + event.aggregateId());
        }
        return new ReceivedEvent(id(delivery), event);
    }

    private static void expect(Delivery delivery, String header, String value) {
        if (!delivery.header(header).equals(value)) {
            throw new MalformedEvent("bad " + header + " " + delivery.header(header));
        }
    }

    private static UUID id(Delivery delivery) {
        String text = delivery.header("ce_id");
        return id(text).orElseThrow(() -> new MalformedEvent("bad ce_id " + text));
    }

    /** An event's id, if it is one of ours. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
