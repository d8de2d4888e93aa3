package network.spheron.dao.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of the platform, which nothing creates by itself: each with a fixed number of partitions, because an
 * aggregate's order holds within its partition only, and kept for ever.
 */
public final class TopicSetup {
    /** Partitions of every topic. */
    public static final int PARTITIONS = 3;

    private static final int PATIENCE_SECONDS = 60;

    private TopicSetup() {}

    /** Creates the topics that are missing. {@code client} holds Kafka client settings, at least {@code bootstrap.servers}. */
    public static void create(Map<String, ?> client) {
        List<NewTopic> topics = all().stream().map(TopicSetup::topic).toList();
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            var results = admin.createTopics(topics).values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("cannot create topic " + result.getKey(), e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
    }

    /**
     * Checks that topics exist with the right number of partitions.
     *
     * @throws IllegalStateException naming those that do not
     */
    static void verify(Map<String, ?> client, Collection<String> wanted) {
        List<String> wrong = new ArrayList<>();
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            var results = new TreeMap<>(admin.describeTopics(wanted).topicNameValues());
            for (var result : results.entrySet()) {
                try {
                    TopicDescription found = result.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (found.partitions().size() != PARTITIONS) {
                        wrong.add(result.getKey() + " has " + found.partitions().size() + " partitions");
                    }
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw new IllegalStateException("cannot look at topic " + result.getKey(), e.getCause());
                    }
                    wrong.add(result.getKey() + " does not exist");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at topics", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Kafka's topics are not set up: " + String.join(", ", wrong));
        }
    }

    /** Where a service puts the records of a topic that it cannot handle. */
    static String deadLetters(String topic, String service) {
        return topic + ".dead-letter." + service;
    }

    /** The services, as the names of the topics tell. */
    static Set<String> services() {
        return Topics.all().stream().map(TopicSetup::writer).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String writer(String topic) {
        return topic.substring(0, topic.indexOf('.'));
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(Topics.all());
        for (String topic : Topics.all()) {
            services().stream()
                    .filter(service -> !service.equals(writer(topic)))
                    .forEach(service -> all.add(deadLetters(topic, service)));
        }
        return all;
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
    }
}
