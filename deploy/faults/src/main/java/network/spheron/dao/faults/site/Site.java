package network.spheron.dao.faults.site;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.spheron.dao.journey.Delivery;
import network.spheron.dao.journey.Stage;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.gate.Gates;
import org.postgresql.ds.PGSimpleDataSource;

/** The running platform, with the means to look at all that it keeps, and a record of what was done to it. */
public final class Site implements AutoCloseable {
    /** The services in a fixed order, so that a seed always chooses the same. */
    public static final Set<String> SERVICES = new TreeSet<>(StackOptions.SERVICES);

    private final Platform platform;
    private final Gates gates;
    private final Map<String, Database> databases;
    private final Broker broker;
    private final Chain chain;
    private final ClientRecord client = new ClientRecord();
    private final Stage stage;
    private final Delivery delivery;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private final Set<String> foreignNonces = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reorgs = new AtomicInteger();

    /**
     * @param gates that the platform was started with
     * @param out gets a line per step of the job
     */
    public Site(Platform platform, Gates gates, PrintStream out) {
        this.platform = platform;
        this.gates = gates;
        DataDirectory data = DataDirectory.existing(platform.data()).orElseThrow();
        Ports ports = new Ports(data);
        Secrets secrets = new Secrets(data);
        this.databases = SERVICES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        service -> database(
                                service,
                                ports.remembered("postgres").orElseThrow(),
                                secrets.find("postgres.postgres").orElseThrow())));
        this.broker = new Broker("127.0.0.1:" + ports.remembered("kafka").orElseThrow());
        this.chain = new Chain(this, platform);
        this.stage = new Stage(platform, out, client::add);
        this.delivery = new Delivery(stage);
    }

    private static Database database(String service, int port, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(service);
        source.setUser("postgres");
        source.setPassword(password);
        source.setApplicationName("faults");
        return new Database(source);
    }

    public Platform platform() {
        return platform;
    }

    /** Between the services and what they build on. */
    public Gates gates() {
        return gates;
    }

    /** The database of a service. */
    public Database database(String service) {
        Database database = databases.get(service);
        if (database == null) {
            throw new IllegalArgumentException(service + " is no service");
        }
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public Chain chain() {
        return chain;
    }

    public ClientRecord client() {
        return client;
    }

    /** Where the job's people act. */
    public Stage stage() {
        return stage;
    }

    /** What contractors and stewards do. */
    public Delivery delivery() {
        return delivery;
    }

    /** The account that pays the gas of a service's transactions. */
    public static String relayOf(String service) {
        return DemoKeys.address(DemoKeys.relayOf(service));
    }

    /** Notes that an event of this id was sent by the suite and not by a service. */
    public void sentByUs(String eventId) {
        strangers.add(eventId);
    }

    /** Whether the suite sent it. */
    public boolean isOurs(String eventId) {
        return strangers.contains(eventId);
    }

    /** Notes that the suite used a nonce of a service's account. */
    public void usedByUs(String account, long nonce) {
        foreignNonces.add(account + "/" + nonce);
    }

    /** Whether the suite used that nonce. */
    public boolean isOurs(String account, long nonce) {
        return foreignNonces.contains(account + "/" + nonce);
    }

    /** Notes that the chain was reorganised, so that states which were final may have changed. */
    public void reorganised() {
        reorgs.incrementAndGet();
    }

    /** A figure of a service's metrics, summed over its labels; -1 when there is none. */
    public double metric(String service, String name) {
        return Metrics.read(platform.management(service), name);
    }

    /** How often the chain was reorganised. */
    public int reorgs() {
        return reorgs.get();
    }

    @Override
    public void close() {
        broker.close();
    }
}
