package network.spheron.dao.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Kafka as a single node that is broker and controller at once. */
public final class Kafka extends ProcessComponent {
    private static final int HEAP_MEGABYTES = 256;
    private static final int ANSWER_TIMEOUT_MS = 2_000;

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final Map<String, Listener> listeners;

    /**
     * A listener for one client. Clients go on to the address that a broker advertises: what is to stand between them and
     * the broker must be advertised too.
     *
     * @param port where the broker listens
     * @param advertised where the client is told to go
     */
    public record Listener(int port, int advertised) {}

    /** @param listeners the listeners that one client alone uses, by the client's name */
    public Kafka(Workspace workspace, Path directory, int port, int controllerPort, Map<String, Listener> listeners) {
        super("kafka", workspace);
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
        this.listeners = Map.copyOf(listeners);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where this client connects: at its own listener, if it has one. */
    public String bootstrapServers(String client) {
        Listener own = listeners.get(client);
        return own == null ? bootstrapServers() : "127.0.0.1:" + own.advertised();
    }

    /** What a client needs to connect. */
    public Map<String, Object> clientSettings() {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    }

    @Override
    protected Launch launch() throws IOException {
        Files.createDirectories(directory);
        Path settings = directory.resolve("server.properties");
        write(settings);
        List<String> arguments =
                List.of("-cp", System.getProperty("java.class.path"), KafkaNode.class.getName(), settings.toString());
        return new Launch(directory, JavaCommand.withHeap(HEAP_MEGABYTES, arguments), Map.of("MALLOC_ARENA_MAX", "2"));
    }

    @Override
    protected boolean answers() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> settings = new HashMap<>(clientSettings());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        }
    }

    private void write(Path file) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                // Not recorded in the log, as a dynamic voter would be: the port may change between starts.
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "listeners",
                addresses(Listener::port) + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                addresses(Listener::advertised),
                "listener.security.protocol.map",
                protocols(),
                "inter.broker.listener.name",
                "PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                directory.resolve("log").toString()));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "log.retention.ms", "-1",
                "offsets.topic.num.partitions", "3",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String addresses(ToIntFunction<Listener> port) {
        StringBuilder addresses = new StringBuilder("PLAINTEXT://127.0.0.1:" + this.port);
        listeners.forEach((client, listener) -> addresses
                .append(',')
                .append(client.toUpperCase(Locale.ROOT))
                .append("://127.0.0.1:")
                .append(port.applyAsInt(listener)));
        return addresses.toString();
    }

    private String protocols() {
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        listeners
                .keySet()
                .forEach(client -> protocols
                        .append(',')
                        .append(client.toUpperCase(Locale.ROOT))
                        .append(":PLAINTEXT"));
        return protocols.toString();
    }
}
