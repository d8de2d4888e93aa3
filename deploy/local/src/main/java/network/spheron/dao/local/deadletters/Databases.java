package network.spheron.dao.local.deadletters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import network.spheron.dao.events.Topics;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.messaging.ParkedAggregates;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which services' databases are meant: those of the local platform, or one anywhere. */
final class Databases {
    static final String PASSWORD_VARIABLE = "SPHERON_DATABASE_PASSWORD";

    private static final List<String> SERVICES =
            StackOptions.SERVICES.stream().sorted().toList();
    private static final int PATIENCE_SECONDS = 10;

    private final Map<String, String> environment;

    @Option(names = "--data", paramLabel = "DIR", description = "a local platform's data (default: deploy/.data)")
    private @Nullable Path data;

    @Option(names = "--service", paramLabel = "NAME", description = "only this service of the local platform")
    private @Nullable String service;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "a service's database instead, jdbc:postgresql://HOST:PORT/NAME",
                "the password is taken from " + PASSWORD_VARIABLE
            })
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "who to be in that database")
    private @Nullable String user;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Databases(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A service's parked aggregates. */
    record Place(String name, ParkedAggregates parked) {}

    /** Every database that is meant. */
    List<Place> all() {
        if (url != null) return List.of(elsewhere(url));
        if (user != null) throw refused("--user goes with --database");
        DataDirectory directory = local();
        return SERVICES.stream()
                .filter(name -> service == null || name.equals(service))
                .map(name -> new Place(name, new ParkedAggregates(localDatabase(directory, name))))
                .toList();
    }

    /** The one in which this aggregate is parked. */
    Place holding(String topic, String aggregateId) {
        if (!Topics.all().contains(topic)) {
            throw refused(Text.line(topic) + " is no topic; there are " + String.join(", ", Topics.all()));
        }
        List<Place> all = all();
        List<Place> holding = all.stream()
                .filter(place -> place.parked().find(topic, aggregateId).isPresent())
                .toList();
        if (holding.size() == 1) return holding.get(0);
        if (holding.isEmpty()) {
            throw refused(Text.line(topic + " " + aggregateId) + " is not parked in " + names(all));
        }
        throw refused(Text.line(topic + " " + aggregateId) + " is parked in " + names(holding)
                + "; say which with --service");
    }

    private static String names(List<Place> places) {
        return places.stream().map(Place::name).collect(Collectors.joining(", "));
    }

    private Place elsewhere(String address) {
        if (data != null || service != null) throw refused("--database takes the place of --data and --service");
        if (user == null) throw refused("--database needs --user");
        String password = environment.get(PASSWORD_VARIABLE);
        if (password == null) throw refused("the password of " + user + " is missing: set " + PASSWORD_VARIABLE);
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(address);
        } catch (IllegalArgumentException e) {
            throw refused(Text.line(address) + " is no address of a database: jdbc:postgresql://HOST:PORT/NAME");
        }
        return new Place(String.valueOf(source.getDatabaseName()), new ParkedAggregates(as(source, user, password)));
    }

    private DataDirectory local() {
        if (service != null && !SERVICES.contains(service)) {
            throw refused(Text.line(service) + " is no service; there are " + String.join(", ", SERVICES));
        }
        Path path = data == null ? Installation.current().defaultData() : data;
        return DataDirectory.existing(path)
                .orElseThrow(() -> refused("there is no platform at " + path + "; name one with --data or --database"));
    }

    private DataSource localDatabase(DataDirectory directory, String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(
                new int[] {new Ports(directory).remembered("postgres").orElseThrow(() -> neverStarted(directory))});
        source.setDatabaseName(name);
        String password = new Secrets(directory).find("postgres." + name).orElseThrow(() -> neverStarted(directory));
        return as(source, name, password);
    }

    private static DataSource as(PGSimpleDataSource source, String user, String password) {
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("dead-letters");
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(PATIENCE_SECONDS);
        return source;
    }

    private ParameterException neverStarted(DataDirectory directory) {
        return refused("the platform at " + directory.path() + " was never started");
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
