package network.spheron.dao.figures;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.FundingRefused;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** When each event of a run reached a consumer of its topic, who reads from when this was made. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PATIENCE_MINUTES = 3;

    private final Consumer<byte[], byte[]> consumer;
    private final AtomicLongArray nanos;
    private final CountDownLatch missing;
    private final Thread thread = new Thread(this::read, "arrivals");
    private volatile boolean closed;

    Arrivals(String broker, String topic, int events) {
        nanos = new AtomicLongArray(events);
        missing = new CountDownLatch(events);
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    private void read() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                long now = System.nanoTime();
                FundingRefused event = (FundingRefused) EventJson.read("FundingRefused", each.value());
                if (nanos.compareAndSet(event.bidIndex(), 0, now)) missing.countDown();
            }
        }
    }

    /**
     * The times by {@link System#nanoTime}, by the events' numbers, once all are there.
     *
     * @throws IllegalStateException when some do not come
     */
    AtomicLongArray await() {
        try {
            if (missing.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) return nanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(missing.getCount() + " events have not arrived");
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
