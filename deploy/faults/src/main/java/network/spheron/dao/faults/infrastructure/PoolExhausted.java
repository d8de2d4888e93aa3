package network.spheron.dao.faults.infrastructure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Step;

/**
 * Somebody holds the table of payouts, and readers of it take every connection that treasury has. Expected: readers
 * wait or are turned away, nothing of the step is done by halves, and when the table is let go it happens once.
 */
final class PoolExhausted implements Fault {
    private static final int READERS = 30;
    private static final int POOL = 10;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where usename = 'treasury' and wait_event_type = 'Lock'";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public int number() {
        return 32;
    }

    @Override
    public String title() {
        return "connection pool exhausted";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Database treasury = scene.site().database("treasury");
        try (Connection holder = treasury.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table payout in access exclusive mode");
            URI payouts = scene.site().platform().address("treasury").resolve("/api/payouts/1/0");
            List<CompletableFuture<Integer>> answers = IntStream.range(0, READERS)
                    .mapToObj(reader -> read(payouts))
                    .toList();
            scene.expectSoon("every connection is taken", Times.MOMENT, () -> treasury.number(WAITING) >= POOL);
            scene.begin();
            Patience.pass(Times.OUTAGE);
            holder.rollback();
            scene.expect("every reader gets an answer", answers.stream().allMatch(answer -> answer.join() > 0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<Integer> read(URI payouts) {
        return HTTP.sendAsync(
                        HttpRequest.newBuilder(payouts).timeout(Times.MOMENT).build(),
                        HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }
}
