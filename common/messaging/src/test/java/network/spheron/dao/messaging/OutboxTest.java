package network.spheron.dao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.FundingRefused;
import network.spheron.dao.events.SipConcluded;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxTable table;

    @Inject
    EventSender sender;

    @Test
    void orderHoldsPerAggregateWithManyWritersAndRelays() throws Exception {
        int writers = 8;
        int perWriter = 25;
        List<Long> aggregates = List.of(11L, 12L, 13L);
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        List<Future<?>> tasks = new ArrayList<>();
        for (int relays = 0; relays < 2; relays++) {
            tasks.add(threads.submit(() -> {
                while (writing.get()) {
                    relay.round(sender.producer());
                }
            }));
        }
        List<Future<?>> writes = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            writes.add(threads.submit(() -> write(number, perWriter, aggregates)));
        }
        for (Future<?> write : writes) {
            write.get(60, TimeUnit.SECONDS);
        }
        writing.set(false);
        for (Future<?> task : tasks) {
            task.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        long committed = (long) writers * perWriter * 4 / 5;
        await().untilAsserted(() -> assertThat(aggregates.stream()
                        .mapToLong(aggregate -> sent(aggregate).size())
                        .sum())
                .isEqualTo(committed));
        for (long aggregate : aggregates) {
            List<Long> versions = sent(aggregate).stream()
                    .map(record -> Long.valueOf(Wire.header(record, "ce_sequence")))
                    .toList();
            assertThat(versions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, versions.size()).boxed().toList());
        }
    }

    private void write(int writer, int count, List<Long> aggregates) {
        for (int i = 0; i < count; i++) {
            boolean rollBack = i % 5 == 4;
            long aggregate = aggregates.get((writer + i) % aggregates.size());
            FundingRefused event = refused(aggregate, writer * count + i, rollBack ? "rolled back" : "committed");
            if (rollBack) {
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                            outbox.publish(event);
                            throw new IllegalStateException("changed its mind");
                        }))
                        .hasMessage("changed its mind");
            } else {
                QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
            }
        }
    }

    @Test
    void lateCommitIsNotLost() throws Exception {
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> late = thread.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.publish(refused(21, 0, "late"));
            published.countDown();
            awaitLatch(commit);
        }));
        awaitLatch(published);

        publish(22, 0);
        await().until(() -> sent(22).size() == 1);
        assertThat(sent(21)).isEmpty();
        commit.countDown();

        late.get(10, TimeUnit.SECONDS);
        thread.shutdown();
        await().until(() -> sent(21).size() == 1);
    }

    @Test
    void eventIsACloudEventKeyedByItsAggregate() {
        FundingRefused event = refused(31, 4, "as written");

        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));

        await().until(() -> sent(31).size() == 1);
        ConsumerRecord<byte[], byte[]> record = sent(31).get(0);
        assertThat(Wire.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Wire.header(record, "ce_id")).hasSize(36);
        assertThat(Wire.header(record, "ce_type")).isEqualTo("FundingRefused");
        assertThat(Wire.header(record, "ce_source")).isEqualTo("/treasury");
        assertThat(Wire.header(record, "ce_time")).endsWith("Z");
        assertThat(Wire.header(record, "ce_subject")).isEqualTo("31");
        assertThat(Wire.header(record, "ce_sequence")).isEqualTo("1");
        assertThat(Wire.header(record, "content-type")).isEqualTo("application/json");
        assertThat(EventJson.read("FundingRefused", record.value())).isEqualTo(event);
    }

    @Test
    void eventThatNothingWokeTheRelayForIsSentByItsPoll() {
        byte[] payload = EventJson.write(refused(32, 0, "unwoken")).getBytes(StandardCharsets.UTF_8);

        QuarkusTransaction.requiringNew().run(() -> table.add(Topics.AGREEMENT, "32", "FundingRefused", payload));

        await().until(() -> sent(32).size() == 1);
    }

    @Test
    void publishingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.publish(refused(33, 0, "alone"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherServicesEventIsRefused() {
        SipConcluded foreign = new SipConcluded("1", "2", "0x00", "EXECUTED", "0x00");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.publish(foreign)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("governance.sip");
    }

    @Test
    void eventOver512KbIsRefused() {
        FundingRefused large = refused(34, 0, "x".repeat(512 * 1024));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.publish(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("524288");
    }

    private void publish(long aggregate, int number) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(refused(aggregate, number, "")));
    }

    private static FundingRefused refused(long mandate, int bid, String detail) {
        return new FundingRefused(BigInteger.valueOf(mandate), bid, "simulation", detail);
    }

    private static List<ConsumerRecord<byte[], byte[]>> sent(long aggregate) {
        return Wire.on(Topics.AGREEMENT, String.valueOf(aggregate));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
