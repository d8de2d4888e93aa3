package network.spheron.dao.figures;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import network.spheron.dao.messaging.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Delay from commit to consumer at steady rates, and events per second of a backlog, of the outbox and of peers. */
@Singleton
class DelayFigure implements Figure {
    private static final int DEBEZIUM_DEFAULT_POLL_MS = 500;
    private static final int DEBEZIUM_QUICK_POLL_MS = 10;
    private static final List<Double> PARTS = List.of(0.5, 0.99);
    private static final String DRAIN = "delay.drain";
    private static final int WARM_UP_SECONDS = 2;

    private final OurOutbox ours;
    private final DataSource database;
    private final String jdbcUrl;
    private final String broker;
    private final Delays delays;
    private final FigureSizes sizes;
    private final Map<String, Runs> runs = new TreeMap<>();

    DelayFigure(
            OurOutbox ours,
            DataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
            FigureSizes sizes) {
        this.ours = ours;
        this.database = database;
        this.jdbcUrl = jdbcUrl;
        this.broker = broker;
        this.delays = new Delays(broker);
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "delay";
    }

    @Override
    public List<Measurement> measure() {
        List<OutboxSide> peers = List.of(
                new PollingRelay(database, broker),
                new DebeziumRelay(database, jdbcUrl, broker, DEBEZIUM_DEFAULT_POLL_MS),
                new DebeziumRelay(database, jdbcUrl, broker, DEBEZIUM_QUICK_POLL_MS));
        List<OutboxSide> sides = new ArrayList<>(peers);
        sides.add(ours);
        createTopics(peers);
        for (int rate : sizes.delay().rates()) {
            takeTurns(sides, side -> measureDelay(side, rate));
        }
        takeTurns(sides, this::measureDrain);
        return peers.stream().flatMap(this::against).toList();
    }

    /** One side at a time is at work. */
    private void takeTurns(List<OutboxSide> sides, Consumer<OutboxSide> measure) {
        Runs.takeTurns(
                sizes.rounds(),
                sides.stream().<Runnable>map(side -> () -> measure.accept(side)).toList());
    }

    private void measureDelay(OutboxSide side, int rate) {
        side.start();
        delays.steady(side, rate, WARM_UP_SECONDS);
        double before = CpuTime.seconds();
        double[] sorted = delays.steady(side, rate, sizes.delay().seconds());
        double cpuSeconds = CpuTime.seconds() - before;
        side.stop();
        for (double part : PARTS) {
            runs(side, percentile(rate, part)).add(sorted[(int) (part * (sorted.length - 1))], cpuSeconds);
        }
    }

    private void measureDrain(OutboxSide side) {
        side.start();
        delays.steady(side, 1, WARM_UP_SECONDS);
        runs(side, DRAIN).add(() -> delays.drained(side, sizes.delay().backlog()));
        side.stop();
    }

    private Stream<Measurement> against(OutboxSide peer) {
        Stream<String> percentiles =
                sizes.delay().rates().stream().flatMap(rate -> PARTS.stream().map(part -> percentile(rate, part)));
        return Stream.concat(
                percentiles.map(name -> Measurement.less(
                        name + "." + peer.key(), "ms", runs(ours, name), peer.description(), runs(peer, name))),
                Stream.of(Measurement.more(
                        DRAIN + "." + peer.key(),
                        "events/s",
                        runs(ours, DRAIN),
                        peer.description(),
                        runs(peer, DRAIN))));
    }

    private Runs runs(OutboxSide side, String name) {
        return runs.computeIfAbsent(side.key() + " " + name, key -> new Runs());
    }

    private static String percentile(int rate, double part) {
        return String.format(Locale.ROOT, "delay.%d.p%.0f", rate, part * 100);
    }

    private void createTopics(List<OutboxSide> sides) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(sides.stream()
                            .map(side ->
                                    new NewTopic(side.topic(), Optional.of(TopicSetup.PARTITIONS), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create the peers' topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
