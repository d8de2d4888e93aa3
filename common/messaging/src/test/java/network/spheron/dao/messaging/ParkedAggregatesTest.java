package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.events.Topics;
import network.spheron.dao.messaging.ParkedAggregates.Dropped;
import network.spheron.dao.messaging.ParkedAggregates.Event;
import network.spheron.dao.messaging.ParkedAggregates.NotFirst;
import network.spheron.dao.messaging.ParkedAggregates.NotParked;
import network.spheron.dao.messaging.ParkedAggregates.Parked;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Beside a running service, with no more rights than an operator is given. */
@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
@TestProfile(ParkedAggregatesTest.DeadStayDead.class)
@SuppressWarnings("NullAway.Init")
class ParkedAggregatesTest {
    private static final AtomicLong NUMBERS = new AtomicLong(9000);
    private static final String PASSWORD = "of-the-operator";

    @Inject
    Heard heard;

    @Inject
    OnSipProposed onSipProposed;

    @Inject
    EventDelivery delivery;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private ParkedAggregates parked;
    private DataSource asOperator;

    /** Leaves the dead to the operator. */
    public static class DeadStayDead implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("spheron.messaging.inbox.dead-interval", "1h");
        }
    }

    @BeforeEach
    void logIn() throws SQLException, IOException {
        String role = "operator_" + NUMBERS.incrementAndGet();
        execute(database, "create role " + role + " login password '" + PASSWORD + "'");
        execute(database, grants().replace(":role", role));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(PASSWORD);
        asOperator = source;
        parked = new ParkedAggregates(source);
    }

    @Test
    void deadAggregateIsListedAndShownWithItsReason() {
        String sip = dead("one", "two");

        Parked found = parked.find(Topics.SIP, sip).orElseThrow();
        assertThat(parked.all()).contains(found);
        assertThat(found.state()).isEqualTo("DEAD");
        assertThat(found.reason()).contains("asked to fail");
        assertThat(found.events()).isEqualTo(2);
        List<Event> events = parked.events(Topics.SIP, sip);
        assertThat(events).extracting(Event::type).containsExactly("SipProposed", "SipProposed");
        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.offset(), b.offset()));
        assertThat(events.get(0).deadLettered()).isTrue();
        assertThat(new String(events.get(0).payload(), UTF_8)).contains("\"one\"");
    }

    @Test
    void retriedEventsAreHandledInOrder() {
        String sip = dead("one", "two", "three");
        onSipProposed.fail(sip, 0);

        parked.retry(Topics.SIP, sip);

        await().until(() -> parked.find(Topics.SIP, sip).isEmpty());
        assertThat(heard.of(sip)).containsExactly("one", "two", "three");
    }

    @Test
    void retryThatFailsAgainLeavesTheAggregateDead() {
        String sip = dead("one", "two");

        parked.retry(Topics.SIP, sip);

        await().until(() -> !parked.find(Topics.SIP, sip).orElseThrow().isAskedFor());
        assertThat(parked.find(Topics.SIP, sip).orElseThrow().state()).isEqualTo("DEAD");
        assertThat(heard.of(sip)).isEmpty();
        assertThat(Wire.on("governance.sip.dead-letter.treasury", sip)).hasSize(1);
    }

    @Test
    void droppedEventIsOnRecordAndThoseBehindItAreHandled() throws SQLException {
        String sip = dead("never", "next");
        Event first = parked.events(Topics.SIP, sip).get(0);
        onSipProposed.fail(sip, 0);

        parked.drop(Topics.SIP, sip, first.offset(), "the sender was wrong");

        await().until(() -> parked.find(Topics.SIP, sip).isEmpty());
        assertThat(heard.of(sip)).containsExactly("next");
        Dropped dropped = parked.dropped().stream()
                .filter(each -> each.aggregateId().equals(sip))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.reason()).isEqualTo("the sender was wrong");
        assertThat(dropped.parkedReason()).contains("asked to fail");
        assertThat(dropped.offset()).isEqualTo(first.offset());
        assertThat(dropped.droppedBy())
                .isEqualTo(asOperator.getConnection().getMetaData().getUserName());
        assertThatThrownBy(() -> execute(database, "update dropped_event set reason = 'another'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute(database, "delete from dropped_event")).hasMessageContaining("append-only");
    }

    @Test
    void onlyTheFirstEventIsDropped() {
        String sip = dead("one", "two");
        List<Event> events = parked.events(Topics.SIP, sip);

        assertThatThrownBy(() -> parked.drop(Topics.SIP, sip, events.get(1).offset(), "out of order"))
                .isInstanceOf(NotFirst.class)
                .hasMessageContaining(
                        "its first event has offset " + events.get(0).offset());

        assertThat(parked.events(Topics.SIP, sip)).hasSize(2);
    }

    @Test
    void replayDoesNotBringDroppedPoisonBack() {
        String sip = String.valueOf(NUMBERS.incrementAndGet());
        ProducerRecord<byte[], byte[]> good = Wire.record(sip(sip, "good"), 2);
        Wire.send(Wire.with(good, good.key(), "{".getBytes(UTF_8), Map.of("ce_id", "of nobody")));
        await().until(() -> parked.find(Topics.SIP, sip).isPresent());
        Event poison = parked.events(Topics.SIP, sip).get(0);
        Delivery again = new Delivery(
                Topics.SIP,
                poison.partition(),
                poison.offset(),
                sip,
                Map.of("ce_type", "SipProposed"),
                poison.payload());

        parked.drop(Topics.SIP, sip, poison.offset(), "not JSON");
        delivery.deliver(again, time -> {});

        assertThat(parked.find(Topics.SIP, sip)).isEmpty();
        Wire.send(good);
        await().until(() -> heard.of(sip).contains("good"));
    }

    @Test
    void secondCopyOfADroppedEventIsNotHandled() {
        String sip = String.valueOf(NUMBERS.incrementAndGet());
        onSipProposed.fail(sip, 1_000);
        ProducerRecord<byte[], byte[]> record = Wire.record(sip(sip, "never"), 1);
        Wire.send(record);
        await().until(() -> parked.find(Topics.SIP, sip).isPresent());
        onSipProposed.fail(sip, 0);
        parked.drop(Topics.SIP, sip, parked.events(Topics.SIP, sip).get(0).offset(), "superseded");

        Wire.send(record, Wire.record(sip(sip, "next"), 2));

        await().until(() -> heard.of(sip).contains("next"));
        assertThat(heard.of(sip)).containsExactly("next");
    }

    @Test
    void whatIsNotParkedIsNeitherRetriedNorDropped() {
        assertThatThrownBy(() -> parked.retry(Topics.SIP, "nobody"))
                .isInstanceOf(NotParked.class)
                .hasMessage("governance.sip nobody is not parked");
        assertThatThrownBy(() -> parked.drop(Topics.SIP, "nobody", 1, "why")).isInstanceOf(NotParked.class);
    }

    @Test
    void operatorCanChangeNothingElse() {
        for (String statement : List.of(
                "select * from outbox",
                "update parked_event set payload = ''",
                "update parked_aggregate set reason = ''",
                "delete from inbox",
                "update dropped_event set reason = 'another'",
                "delete from dropped_event")) {
            assertThatThrownBy(() -> execute(asOperator, statement))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    private String dead(String... titles) {
        String sip = String.valueOf(NUMBERS.incrementAndGet());
        onSipProposed.fail(sip, 1_000);
        for (int i = 0; i < titles.length; i++) {
            Wire.send(Wire.record(sip(sip, titles[i]), i + 1));
        }
        await().until(() -> parked.find(Topics.SIP, sip)
                .filter(found -> found.events() == titles.length)
                .isPresent());
        await().until(() -> !Wire.on("governance.sip.dead-letter.treasury", sip).isEmpty());
        await().until(() -> parked.events(Topics.SIP, sip).get(0).deadLettered());
        return sip;
    }

    private static SipProposed sip(String id, String title) {
        return new SipProposed(id, title, "text", "0x00", "1", "0x00", 1, 2);
    }

    private static String grants() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ParkedAggregates.class.getResourceAsStream("/db/operator-role.sql"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
