package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import network.spheron.dao.events.MalformedEvent;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the topics of this service's handlers once, from the first record to what is the last one now, as a member of no
 * consumer group: the running service does not notice. Nothing is parked or dead-lettered; what cannot be handled ends it.
 */
@ApplicationScoped
public class EventReplay {
    /** The key of the configuration that makes a service a rebuilding one. */
    public static final String REBUILDING = "spheron.rebuild.enabled";

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final EventHandlers handlers;
    private final Inbox inbox;

    @Inject
    EventReplay(KafkaClients clients, EventHandlers handlers, Inbox inbox) {
        this.clients = clients;
        this.handlers = handlers;
        this.inbox = inbox;
    }

    /**
     * Handles the events that are wanted, each once.
     *
     * @param wanted which, by their ids; the others are passed over
     * @throws IllegalStateException when a wanted event cannot be handled
     */
    public void replay(Predicate<UUID> wanted) {
        if (handlers.topics().isEmpty()) {
            return;
        }
        List<TopicPartition> partitions = handlers.topics().stream()
                .flatMap(topic -> IntStream.range(0, TopicSetup.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        try (Consumer<byte[], byte[]> source = clients.reader()) {
            source.assign(partitions);
            source.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = source.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> source.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : source.poll(POLL)) {
                    deliver(Delivery.of(record), wanted);
                }
            }
        }
    }

    private void deliver(Delivery delivery, Predicate<UUID> wanted) {
        if (!isWanted(delivery, wanted)) {
            return;
        }
        Inbox.Outcome outcome;
        try {
            outcome = inbox.accept(delivery);
        } catch (RuntimeException e) {
            throw new IllegalStateException(place(delivery) + " cannot be handled again: " + e.getMessage(), e);
        }
        if (outcome != Inbox.Outcome.HANDLED && outcome != Inbox.Outcome.DUPLICATE) {
            throw new IllegalStateException(place(delivery) + " was handled, and now is " + outcome);
        }
    }

    /** What cannot be read was never handled. */
    private static boolean isWanted(Delivery delivery, Predicate<UUID> wanted) {
        try {
            return delivery.hasUsableKey()
                    && wanted.test(CloudEvents.read(delivery).id());
        } catch (MalformedEvent e) {
            return false;
        }
    }

    private static String place(Delivery delivery) {
        return "event " + delivery.header("ce_id") + " (" + delivery.topic() + " " + delivery.key() + ", offset "
                + delivery.offset() + " of partition " + delivery.partition() + ")";
    }
}
