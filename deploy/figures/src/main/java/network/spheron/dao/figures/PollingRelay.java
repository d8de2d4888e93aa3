package network.spheron.dao.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import network.spheron.dao.events.FundingRefused;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** A relay that looks into its outbox every 500 ms and then sends all that is there. */
final class PollingRelay implements OutboxSide {
    private static final int INTERVAL_MS = 500;
    private static final String TABLE = "polled_outbox";
    private static final String NEXT = "select id, aggregate_id, payload from " + TABLE + " order by id limit 1000";

    private final DataSource database;
    private final PeerOutbox outbox;
    private final Producer<byte[], byte[]> producer;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> polling;

    PollingRelay(DataSource database, String broker) {
        this.database = database;
        this.outbox = new PeerOutbox(database, TABLE);
        this.producer = PeerOutbox.producer(broker);
    }

    @Override
    public String description() {
        return "relay that polls every 500 ms";
    }

    @Override
    public String key() {
        return "polling";
    }

    @Override
    public String topic() {
        return "peer.polling";
    }

    @Override
    public void start() {
        outbox.create();
        timer = Executors.newSingleThreadScheduledExecutor();
        polling = timer.scheduleAtFixedRate(this::sendAll, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void commit(List<FundingRefused> events) {
        outbox.insert(events);
    }

    private void sendAll() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT);
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + TABLE + " where id = any (?)")) {
            for (List<Long> sent = send(select); !sent.isEmpty(); sent = send(select)) {
                delete.setArray(1, connection.createArrayOf("bigint", sent.toArray()));
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> send(PreparedStatement select) throws SQLException {
        List<Long> sent = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                PeerOutbox.send(producer, topic(), row.getString(2), row.getBytes(3));
                sent.add(row.getLong(1));
            }
        }
        producer.flush();
        return sent;
    }

    @Override
    public void stop() {
        if (polling != null) polling.cancel(false);
        if (timer != null) Threads.end(timer);
    }
}
