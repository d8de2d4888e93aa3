package network.spheron.dao.marketplace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestKafka;
import network.spheron.dao.testing.platform.TestDao;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** What lies around the service: the chain with its other actors, the other services' events, the database. */
@ApplicationScoped
class Surroundings {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Tables that change by themselves while the chain goes on. */
    private static final List<String> MOVING =
            List.of("chain_cursor", "chain_block", "flyway_schema_history", "outbox", "outbox_version", "inbox");

    /** Code that reverts without a reason. */
    private static final String REVERTING = "0x60006000fd";

    private final DataSource database;
    private final ChainClock clock;
    private final TestChain chain = TestChain.shared();
    private final AtomicLong sequence = new AtomicLong();

    Surroundings(DataSource database, ChainClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sends a transaction from an account that the node holds, and waits until it is in a block. */
    void send(String from, String to, String data) {
        String hash = chain.send(from, to, data);
        chain.mine(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !chain.rpc("eth_getTransactionReceipt", hash).isNull());
        JsonNode receipt = chain.rpc("eth_getTransactionReceipt", hash);
        if (!receipt.get("status").asText().equals("0x1")) {
            throw new AssertionError("the contract refused " + data.substring(0, 10));
        }
    }

    void send(String from, ContractName to, FunctionCall<?> call) {
        send(from, TestDao.addresses().address(to), call.data());
    }

    /** Sends as the timelock, which in tests stands for a vote. */
    void decree(ContractName to, FunctionCall<?> call) {
        String timelock = TestDao.addresses().address(ContractName.DAO_TIMELOCK);
        chain.rpc("anvil_impersonateAccount", timelock);
        chain.rpc("anvil_setBalance", timelock, "0xde0b6b3a7640000");
        send(timelock, to, call);
    }

    /** Does something while a contract refuses every call. */
    void whileRefusing(ContractName contract, Runnable work) {
        String address = TestDao.addresses().address(contract);
        String code = chain.rpc("eth_getCode", address, "latest").asText();
        chain.rpc("anvil_setCode", address, REVERTING);
        try {
            work.run();
        } finally {
            chain.rpc("anvil_setCode", address, code);
        }
    }

    /** Moves the chain's clock to a time and waits until the service has followed. */
    void passUntil(long time) {
        chain.advance(Duration.ofSeconds(Math.max(1, time - chain.now())));
        eventually(() -> clock.now() >= time);
    }

    long now() {
        return clock.now();
    }

    /** Waits for a condition while blocks come fast. */
    void eventually(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            chain.mine(1);
            return condition.call();
        });
    }

    /** Sends an event as another service would. */
    void publish(DomainEvent event) {
        byte[] key = event.aggregateId().getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.of(event.getClass()), key, EventJson.write(event).getBytes(UTF_8));
        Map<String, String> attributes = Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", event.getClass().getSimpleName(),
                "ce_source", "/test",
                "ce_time", Instant.now().toString(),
                "ce_subject", event.aggregateId(),
                "ce_sequence", String.valueOf(sequence.incrementAndGet()),
                "content-type", "application/json");
        attributes.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Links a wallet as governance's event would have, without the sign-in that proves it there. */
    void link(String person, String wallet, boolean linked) {
        execute(
                "insert into linked_wallet (wallet, person, message, signature, linked, changed_at)"
                        + " values (?, ?, '', '', ?, 0) on conflict do nothing",
                wallet,
                person,
                linked);
    }

    void execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Waits until nothing is on its way to the chain or to the broker. */
    void settled() {
        eventually(
                () -> count("chain_submission where status not in ('FINAL', 'REFUSED')") == 0 && count("outbox") == 0);
    }

    private long count(String from) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in every table, by a hash of its rows. */
    Map<String, String> tables() {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : names(statement)) {
                String rows = "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from " + table + " t";
                try (ResultSet row = statement.executeQuery(rows)) {
                    row.next();
                    hashes.put(table, row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return hashes;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public' order by 1")) {
            while (row.next()) {
                if (!MOVING.contains(row.getString(1))) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }
}
