package network.spheron.dao.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** How much waits to be sent and how much is parked, counted now and then for metrics and health. */
@ApplicationScoped
class Backlog {
    private final DataSource database;
    private final MeterRegistry metrics;
    private volatile Figures figures = new Figures(0, 0, 0, 0);

    @Inject
    Backlog(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
        gauge("spheron.outbox.size", Figures::unsent);
        gauge("spheron.outbox.oldest.seconds", Figures::oldestSeconds);
        gauge("spheron.inbox.waiting.aggregates", Figures::waiting);
        gauge("spheron.inbox.dead.aggregates", Figures::dead);
    }

    /**
     * The figures.
     *
     * @param unsent events in the outbox
     * @param oldestSeconds age of the oldest of them
     * @param waiting aggregates that wait for a prerequisite
     * @param dead aggregates whose next event cannot be handled
     */
    record Figures(long unsent, long oldestSeconds, long waiting, long dead) {}

    Figures figures() {
        return figures;
    }

    @Scheduled(every = "10s", identity = "messaging-backlog")
    void count() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*), coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::bigint,
                            (select count(*) from parked_aggregate where state = 'WAITING'),
                            (select count(*) from parked_aggregate where state = 'DEAD')
                        from outbox""");
                ResultSet row = select.executeQuery()) {
            row.next();
            figures = new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void gauge(String name, ToDoubleFunction<Figures> figure) {
        metrics.gauge(name, this, backlog -> figure.applyAsDouble(backlog.figures()));
    }
}
