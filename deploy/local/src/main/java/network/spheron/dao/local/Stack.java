package network.spheron.dao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.component.Anvil;
import network.spheron.dao.local.component.Contracts;
import network.spheron.dao.local.component.FrozenNode;
import network.spheron.dao.local.component.Kafka;
import network.spheron.dao.local.component.Keycloak;
import network.spheron.dao.local.component.Postgres;
import network.spheron.dao.local.component.PostgresPrograms;
import network.spheron.dao.local.component.Service;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.PidFiles;
import network.spheron.dao.local.process.Startup;
import network.spheron.dao.local.process.Step;
import network.spheron.dao.local.process.Workspace;
import network.spheron.dao.local.proxy.Proxy;
import network.spheron.dao.messaging.TopicSetup;

/** Puts the platform together on this computer: which components there are and which builds on which. */
public final class Stack {
    static final String LAUNCHER = "launcher";
    private static final List<String> DATABASES = List.of("keycloak", "governance", "marketplace", "treasury");

    private final Installation installation;
    private final Plan plan;
    private final Workspace workspace;
    private final Startup startup;
    private final Contracts contracts;

    private Stack(Installation installation, Plan plan, Workspace workspace) {
        this.installation = installation;
        this.plan = plan;
        this.workspace = workspace;
        this.startup = new Startup(workspace.console());
        this.contracts = new Contracts(plan.node(), plan.data().path(), plan.clock()::now, LocalPlan::from);
    }

    /**
     * Starts the platform and returns when everything answers. What an earlier launcher left running is stopped first.
     *
     * @throws CannotStart with the reason; nothing is left running then
     */
    public static Platform start(Path data, StackOptions options) {
        DataDirectory directory = DataDirectory.open(data);
        PidFiles pids = new PidFiles(directory.directory("run"));
        FileChannel lock = directory.lock().orElseThrow(() -> alreadyRunning(directory, pids));
        try {
            pids.stopOrphans().forEach(name -> options.console().say("stopped " + name + ", left by an earlier run"));
            Plan plan = Plan.of(directory, options);
            Workspace workspace = new Workspace(pids, directory.directory("logs"), options.console());
            pids.record(LAUNCHER, ProcessHandle.current().pid());
            return new Stack(Installation.current(), plan, workspace).start(() -> release(pids, lock));
        } catch (RuntimeException e) {
            release(pids, lock);
            throw e;
        }
    }

    private Platform start(Runnable release) {
        ServiceSettings settings = assemble();
        Runnable stop = () -> {
            startup.stop();
            release.run();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        long begun = System.nanoTime();
        Map<String, Duration> timing = startup.start();
        Platform.StartTimes times = new Platform.StartTimes(Duration.ofNanos(System.nanoTime() - begun), timing);
        return new Platform(
                plan,
                startup,
                contracts.addressBook(),
                times,
                service -> service(service, Plan.second(service), settings),
                this::frozenNode,
                stop);
    }

    private ServiceSettings assemble() {
        Proxy proxy = new Proxy(plan.origin(), plan.ports(), plan.node(), plan.clock());
        Anvil anvil =
                new Anvil(workspace, installation.anvil(), plan.data().directory("chain"), plan.node(), plan.clock());
        Kafka kafka = kafka();
        Postgres postgres = postgres();
        Step databases = new Step("databases", () -> DATABASES.forEach(postgres::createDatabase));
        startup.add(proxy);
        startup.add(postgres);
        startup.add(databases, postgres);
        Keycloak keycloak = keycloak(postgres);
        startup.add(keycloak, databases);
        startup.add(kafka);
        Step topics = new Step("topics", () -> TopicSetup.create(kafka.clientSettings()));
        startup.add(topics, kafka);
        startup.add(anvil);
        Step deployment = new Step("contracts", contracts::deploy);
        startup.add(deployment, anvil);
        ServiceSettings settings = new ServiceSettings(plan, postgres, kafka, contracts);
        for (String name : StackOptions.SERVICES) {
            startup.add(service(name, name, settings), databases, topics, deployment, keycloak);
        }
        return settings;
    }

    private Service service(String name, String instance, ServiceSettings settings) {
        Service.Place place = new Service.Place(
                installation.service(name),
                plan.data().directory("services/" + instance),
                plan.port(instance + "-management"));
        return new Service(instance, workspace, place, () -> settings.open(name, instance), settings.secret(name));
    }

    private Kafka kafka() {
        Map<String, Kafka.Listener> listeners = new HashMap<>();
        plan.gates()
                .ifPresent(gates -> StackOptions.SERVICES.forEach(service -> {
                    int port = plan.port(Plan.listener(service));
                    listeners.put(
                            service,
                            new Kafka.Listener(port, gates.broker(service).open(port)));
                }));
        return new Kafka(
                workspace,
                plan.data().directory("kafka"),
                plan.port("kafka"),
                plan.port("kafka-controller"),
                listeners);
    }

    private FrozenNode frozenNode() {
        return new FrozenNode(
                Plan.FROZEN_CHAIN,
                workspace,
                installation.anvil(),
                plan.data().directory("chain"),
                plan.port(Plan.FROZEN_CHAIN));
    }

    private Postgres postgres() {
        PostgresPrograms programs = PostgresPrograms.in(installation.programs().resolve("postgres"));
        Path data = plan.data().resolve("postgres");
        return new Postgres(workspace, programs, data, plan.port("postgres"), plan.secrets());
    }

    private Keycloak keycloak(Postgres postgres) {
        Keycloak.Address address =
                new Keycloak.Address(plan.origin(), plan.port("keycloak"), plan.port("keycloak-management"));
        return new Keycloak(workspace, installation.keycloak(), address, postgres, plan.secrets());
    }

    static CannotStart alreadyRunning(DataDirectory directory, PidFiles pids) {
        String who = pids.running(LAUNCHER)
                .map(process -> " by process " + process.pid())
                .orElse("");
        return new CannotStart(
                CannotStart.REFUSED, directory.path() + " is in use" + who + "; stop that with Ctrl-C or deploy/reset");
    }

    private static void release(PidFiles pids, FileChannel lock) {
        pids.forget(LAUNCHER);
        close(lock);
    }

    static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
