package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.events.SipConcluded;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.events.Topics;
import network.spheron.dao.messaging.ParkedTable.Aggregate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
class InboxTest {
    private static final String DEAD_SIPS = "governance.sip.dead-letter.treasury";
    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    @Inject
    Heard heard;

    @Inject
    OnSipProposed onSipProposed;

    @Inject
    ParkedTable parked;

    @Inject
    Backlog backlog;

    @Inject
    @Readiness
    MessagingHealth health;

    @Test
    void duplicateDeliveryIsHandledOnce() {
        String sip = next();
        ProducerRecord<byte[], byte[]> record = Wire.record(sip(sip, "first"), 1);

        Wire.send(record, record, Wire.record(sip(sip, "second"), 2), record);
        Wire.send(Wire.record(sip(sip, "third"), 3));

        await().until(() -> heard.of(sip).contains("third"));
        assertThat(heard.of(sip)).containsExactly("first", "second", "third");
    }

    @Test
    void transientFailureIsTriedAgainAndLeavesNothingBehind() {
        String sip = next();
        onSipProposed.fail(sip, 3);

        Wire.send(Wire.record(sip(sip, "at last"), 1));

        await().until(() -> !heard.of(sip).isEmpty());
        assertThat(heard.of(sip)).containsExactly("at last");
        assertThat(Wire.on(DEAD_SIPS, sip)).isEmpty();
    }

    @Test
    void missingPrerequisiteParksTheAggregateUntilItComes() {
        long number = NUMBERS.incrementAndGet();
        String known = next();
        long knownNumber = NUMBERS.incrementAndGet();

        Wire.send(Wire.record(approved(number, 0), 1), Wire.record(approved(number, 1), 2));
        await().until(() -> isParked(Topics.MILESTONE, String.valueOf(number)));
        Wire.send(Wire.record(sip("sip-" + knownNumber, known), 1));
        Wire.send(Wire.record(approved(knownNumber, 0), 1));
        await().until(() -> !heard.of("agreement-" + knownNumber).isEmpty());
        assertThat(heard.of("agreement-" + number)).isEmpty();
        Wire.send(Wire.record(sip("sip-" + number, "the prerequisite"), 1), Wire.record(approved(number, 2), 3));

        await().until(() -> heard.of("agreement-" + number).size() == 3);
        assertThat(heard.of("agreement-" + number)).containsExactly("milestone 0", "milestone 1", "milestone 2");
        await().until(() -> !isParked(Topics.MILESTONE, String.valueOf(number)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poisonIsDeadLetteredAndParksOnlyItsAggregate(
            String reason, UnaryOperator<ProducerRecord<byte[], byte[]>> how) {
        String sip = next();
        String other = next();
        ProducerRecord<byte[], byte[]> poison = how.apply(Wire.record(sip(sip, "poison"), 1));

        Wire.send(poison, Wire.record(sip(sip, "behind"), 2), Wire.record(sip(other, "another"), 1));

        await().until(() -> !heard.of(other).isEmpty());
        await().until(() -> !Wire.on(DEAD_SIPS, sip).isEmpty());
        ConsumerRecord<byte[], byte[]> dead = Wire.on(DEAD_SIPS, sip).get(0);
        assertThat(Wire.header(dead, "dead_letter_reason")).contains(reason);
        assertThat(Wire.header(dead, "dead_letter_topic")).isEqualTo(Topics.SIP);
        assertThat(dead.value()).isEqualTo(poison.value());
        assertThat(heard.of(sip)).isEmpty();
        assertThat(isParked(Topics.SIP, sip)).isTrue();
        assertThat(Wire.on(DEAD_SIPS, sip)).hasSize(1);
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                poison("is not JSON", record -> value(record, "{\"sipId\"")),
                poison("title", record -> value(record, "{\"sipId\":\"1\"}")),
                poison("unknown type MoonLanded", record -> header(record, "ce_type", "MoonLanded")),
                poison("unknown type", record -> header(record, "ce_type", "")),
                poison("does not belong on this topic", InboxTest::ofAnotherTopic),
                poison("bad ce_specversion 2.0", record -> header(record, "ce_specversion", "2.0")),
                poison("bad ce_sequence", record -> header(record, "ce_sequence", "-1")),
                poison("bad ce_id", record -> header(record, "ce_id", "one\0two")),
                poison("bad content-type", record -> header(record, "content-type", "text/plain")),
                poison("more than 524288", record -> value(record, "x".repeat(512 * 1024 + 1))),
                poison("not the aggregate's id", InboxTest::withTheEventOfAnother));
    }

    @Test
    void handlerThatKeepsFailingIsDeadLettered() {
        String sip = next();
        onSipProposed.fail(sip, 1_000);

        Wire.send(Wire.record(sip(sip, "never"), 1), Wire.record(sip(sip, "behind"), 2));

        await().until(() -> !Wire.on(DEAD_SIPS, sip).isEmpty());
        assertThat(Wire.header(Wire.on(DEAD_SIPS, sip).get(0), "dead_letter_reason"))
                .contains("asked to fail");
        assertThat(heard.of(sip)).isEmpty();
    }

    @Test
    void deadAggregateIsTriedAgainNowAndThen() {
        String sip = next();
        onSipProposed.fail(sip, 1_000);
        Wire.send(Wire.record(sip(sip, "one"), 1), Wire.record(sip(sip, "two"), 2));
        await().until(() -> !Wire.on(DEAD_SIPS, sip).isEmpty());

        onSipProposed.fail(sip, 0);

        await().until(() -> heard.of(sip).size() == 2);
        assertThat(heard.of(sip)).containsExactly("one", "two");
        assertThat(Wire.on(DEAD_SIPS, sip)).hasSize(1);
    }

    @Test
    void poisonWithoutUsableKeyIsOnlyDeadLettered() {
        String sip = next();
        ProducerRecord<byte[], byte[]> good = Wire.record(sip(sip, "keyless"), 1);
        int before = Wire.on(DEAD_SIPS).size();

        Wire.send(
                Wire.with(good, null, good.value(), Map.of()),
                Wire.with(good, new byte[] {(byte) 0xff}, good.value(), Map.of()),
                good);

        await().until(() -> !heard.of(sip).isEmpty());
        await().until(() -> Wire.on(DEAD_SIPS).size() >= before + 2);
        assertThat(isParked(Topics.SIP, sip)).isFalse();
    }

    @Test
    void eventThatNobodyWantsIsPassedOver() {
        String sip = next();

        Wire.send(
                Wire.record(new SipConcluded(sip, "1", "0x00", "EXECUTED", "0x00"), 1),
                Wire.record(sip(sip, "wanted"), 2));

        await().until(() -> !heard.of(sip).isEmpty());
        assertThat(isParked(Topics.SIP, sip)).isFalse();
    }

    @Test
    void healthShowsWhatIsParked() {
        long number = NUMBERS.incrementAndGet();
        Wire.send(Wire.record(approved(number, 0), 1));
        await().until(() -> isParked(Topics.MILESTONE, String.valueOf(number)));

        backlog.count();

        HealthCheckResponse response = health.call();
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat((Long) response.getData().orElseThrow().get("waiting-aggregates"))
                .isPositive();
    }

    private boolean isParked(String topic, String aggregateId) {
        return QuarkusTransaction.requiringNew().call(() -> parked.isParked(new Aggregate(topic, aggregateId)));
    }

    private static String next() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    private static SipProposed sip(String id, String title) {
        return new SipProposed(id, title, "text", "0x00", "1", "0x00", 1, 2);
    }

    private static MilestoneApproved approved(long agreement, int milestone) {
        return new MilestoneApproved(BigInteger.valueOf(agreement), milestone, 1, "0x00", 1, "0x00");
    }

    private static Arguments poison(String reason, UnaryOperator<ProducerRecord<byte[], byte[]>> how) {
        return Arguments.of(reason, how);
    }

    private static ProducerRecord<byte[], byte[]> value(ProducerRecord<byte[], byte[]> record, String value) {
        return Wire.with(record, record.key(), value.getBytes(UTF_8), Map.of());
    }

    private static ProducerRecord<byte[], byte[]> header(
            ProducerRecord<byte[], byte[]> record, String name, String value) {
        return Wire.with(record, record.key(), record.value(), Map.of(name, value));
    }

    private static ProducerRecord<byte[], byte[]> ofAnotherTopic(ProducerRecord<byte[], byte[]> record) {
        byte[] value = Wire.record(approved(1, 1), 1).value();
        return Wire.with(record, record.key(), value, Map.of("ce_type", "MilestoneApproved"));
    }

    private static ProducerRecord<byte[], byte[]> withTheEventOfAnother(ProducerRecord<byte[], byte[]> record) {
        return Wire.with(
                record, record.key(), Wire.record(sip(next(), "other"), 1).value(), Map.of());
    }
}
