package network.spheron.dao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.spheron.dao.events.SipProposed;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
class EventReplayTest {
    @Inject
    Heard heard;

    @Inject
    OnSipProposed onSipProposed;

    @Inject
    EventReplay replay;

    @Test
    void replayingWhatWasHandledChangesNothing() {
        String sip = "replayed-" + UUID.randomUUID();
        List<ProducerRecord<byte[], byte[]>> records = IntStream.rangeClosed(1, 20)
                .mapToObj(version -> Wire.record(sip(sip, "title " + version), version))
                .toList();
        records.forEach(Wire::send);
        await().until(() -> heard.of(sip).size() == 20);
        List<String> before = heard.of(sip);

        replay.replay(ids(records)::contains);
        replay.replay(ids(records.subList(5, 9))::contains);

        assertThat(heard.of(sip)).isEqualTo(before);
    }

    @Test
    void eventThatCannotBeHandledAgainIsNamed() {
        String sip = "failing-" + UUID.randomUUID();
        onSipProposed.fail(sip, 1_000);
        ProducerRecord<byte[], byte[]> record = Wire.record(sip(sip, "title"), 1);
        UUID id = ids(List.of(record)).iterator().next();
        Wire.send(record);

        // Either this handling fails, or the service has parked the event by now; it is named in both cases.
        assertThatThrownBy(() -> replay.replay(id::equals))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("event " + id)
                .hasMessageContaining("governance.sip " + sip);
    }

    private static Set<UUID> ids(List<ProducerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> UUID.fromString(Wire.header(record.headers(), "ce_id")))
                .collect(Collectors.toSet());
    }

    private static SipProposed sip(String id, String title) {
        return new SipProposed(id, title, "text", "0x00", "1", "0x00", 1, 2);
    }
}
