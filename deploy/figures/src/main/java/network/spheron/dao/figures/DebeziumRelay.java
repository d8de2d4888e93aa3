package network.spheron.dao.figures;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import network.spheron.dao.events.FundingRefused;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Debezium, embedded: it reads the outbox's inserts from the database's log; what it hands over is sent at once. */
final class DebeziumRelay implements OutboxSide {
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final DataSource database;
    private final URI address;
    private final int pollMs;
    private final PeerOutbox outbox;
    private final Producer<byte[], byte[]> producer;
    private @Nullable ExecutorService thread;
    private @Nullable DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;

    /**
     * Not started yet.
     *
     * @param jdbcUrl of the same database
     * @param pollMs Debezium's {@code poll.interval.ms}
     */
    DebeziumRelay(DataSource database, String jdbcUrl, String broker, int pollMs) {
        this.database = database;
        this.address = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.pollMs = pollMs;
        this.outbox = new PeerOutbox(database, table());
        this.producer = PeerOutbox.producer(broker);
    }

    private String table() {
        return "debezium_outbox_" + pollMs;
    }

    @Override
    public String description() {
        return "embedded Debezium, poll.interval.ms=" + pollMs;
    }

    @Override
    public String key() {
        return "debezium-" + pollMs;
    }

    @Override
    public String topic() {
        return "peer.debezium-" + pollMs;
    }

    @Override
    public void start() {
        outbox.create();
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings())
                .notifying(this::send)
                .build();
        thread = Executors.newSingleThreadExecutor();
        thread.execute(engine);
        long patience = System.nanoTime() + START_NANOS;
        while (!isStreaming()) {
            if (System.nanoTime() > patience) throw new IllegalStateException("Debezium does not start");
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("name", key());
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.put("topic.prefix", "figures");
        settings.put("database.hostname", address.getHost());
        settings.put("database.port", String.valueOf(address.getPort()));
        settings.put("database.dbname", address.getPath().substring(1));
        settings.put("database.user", "postgres");
        settings.put("database.password", "postgres");
        settings.put("plugin.name", "pgoutput");
        settings.put("slot.name", slot());
        settings.put("slot.drop.on.stop", "true");
        settings.put("publication.name", slot());
        settings.put("publication.autocreate.mode", "filtered");
        settings.put("table.include.list", "public." + table());
        settings.put("snapshot.mode", "no_data");
        settings.put("poll.interval.ms", String.valueOf(pollMs));
        return settings;
    }

    private String slot() {
        return "figures_" + pollMs;
    }

    private boolean isStreaming() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_replication_slots where active and slot_name = '" + slot() + "'")) {
            return row.next() && row.getInt(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(
            List<RecordChangeEvent<SourceRecord>> changes,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        for (RecordChangeEvent<SourceRecord> change : changes) {
            Struct row = ((Struct) change.record().value()).getStruct("after");
            PeerOutbox.send(producer, topic(), row.getString("aggregate_id"), bytes(row.get("payload")));
        }
        producer.flush();
        for (RecordChangeEvent<SourceRecord> change : changes) committer.markProcessed(change);
        committer.markBatchFinished();
    }

    private static byte[] bytes(Object value) {
        if (!(value instanceof ByteBuffer buffer)) return (byte[]) value;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void commit(List<FundingRefused> events) {
        outbox.insert(events);
    }

    @Override
    public void stop() {
        try {
            if (engine != null) engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (thread != null) Threads.end(thread);
    }
}
