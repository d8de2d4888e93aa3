package network.spheron.dao.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.component.Keycloak;
import network.spheron.dao.local.gate.Gates;
import network.spheron.dao.local.process.Component;
import network.spheron.dao.local.process.Memory;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Startup;

/** The running platform: where it answers, what it consists of, and how to stop it. */
public final class Platform implements AutoCloseable {
    /** How long starting took. */
    record StartTimes(Duration total, Map<String, Duration> byComponent) {}

    private final Plan plan;
    private final Startup startup;
    private final AddressBook addressBook;
    private final StartTimes times;
    private final Function<String, Component> seconds;
    private final Supplier<Component> frozenNode;
    private final Runnable stop;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param seconds makes another instance of the service of this name
     * @param frozenNode makes a node that falls behind
     */
    Platform(
            Plan plan,
            Startup startup,
            AddressBook addressBook,
            StartTimes times,
            Function<String, Component> seconds,
            Supplier<Component> frozenNode,
            Runnable stop) {
        this.plan = plan;
        this.startup = startup;
        this.addressBook = addressBook;
        this.times = times;
        this.seconds = seconds;
        this.frozenNode = frozenNode;
        this.stop = stop;
    }

    /** The one address of portal, API and sign-in. */
    public URI origin() {
        return plan.origin();
    }

    /** The chain's JSON-RPC. */
    public URI rpcUrl() {
        return plan.node().url();
    }

    /** Where the contracts are. */
    public AddressBook addressBook() {
        return addressBook;
    }

    /** Where the stack keeps its data. */
    public Path data() {
        return plan.data().path();
    }

    /** The chain's clock, which can be moved forward. */
    public LocalClock clock() {
        return plan.clock();
    }

    /** Time from the start of the first component until everything answered. */
    public Duration startTime() {
        return times.total();
    }

    /** Time from start to first answer by component. */
    public Map<String, Duration> timing() {
        return times.byComponent();
    }

    /** Process number by component; the proxy runs in this process. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        startup.components()
                .forEach(component ->
                        component.process().ifPresent(process -> pids.put(component.name(), process.pid())));
        return pids;
    }

    /** Megabytes (proportional set size) by component; {@code proxy} is this process, children excluded. */
    public Map<String, Long> memoryMegabytes() {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        startup.components()
                .forEach(component -> component
                        .process()
                        .ifPresent(process -> megabytes.put(component.name(), Memory.kilobytes(process) / 1024)));
        return megabytes;
    }

    /** Stops one component in order, and returns when it is gone. Those that build on it are left to cope. */
    public void stop(String name) {
        process(name).stop();
    }

    /** Ends one component by SIGKILL, and returns when it is gone. */
    public void kill(String name) {
        process(name).kill();
    }

    /** Starts a component that was stopped or killed, and waits until it answers. */
    public void start(String name) {
        restart(name);
    }

    /** Starts one component again, whether it was stopped, killed or still runs, and waits until it answers. */
    public void restart(String name) {
        restart(name, Map.of());
    }

    /** As {@link #restart(String)}, with variables in its environment that only this run of it has. */
    public void restart(String name, Map<String, String> environment) {
        ProcessComponent component = process(name);
        component.stop();
        component.override(environment);
        component.start();
        component.await();
    }

    /** Stops a component and its children in their tracks: it keeps its connections and does not answer. */
    public void pause(String name) {
        process(name).pause();
    }

    /** Lets a paused component go on. */
    public void resume(String name) {
        process(name).resume();
    }

    /**
     * Starts another instance of a service, with ports of its own and everything else shared, and waits until it answers.
     *
     * @return the component's name, by which it can be stopped and started again
     */
    public String startSecond(String service) {
        String name = Plan.second(service);
        if (startup.components().stream().anyMatch(component -> component.name().equals(name))) {
            restart(name);
        } else {
            startup.join(seconds.apply(service), startup.component(service));
        }
        return name;
    }

    /**
     * Starts another node with a copy of the chain as it was last saved. It makes no blocks of its own: it falls behind.
     *
     * @return the component's name; where it answers is said by {@link #address}
     */
    public String startFrozenNode() {
        String name = Plan.FROZEN_CHAIN;
        if (startup.components().stream().anyMatch(component -> component.name().equals(name))) {
            restart(name);
        } else {
            startup.join(frozenNode.get());
        }
        return name;
    }

    /** The gates that stand between the services and what they build on, if the platform was started with some. */
    public Optional<Gates> gates() {
        return plan.gates();
    }

    /** Where a component listens itself, past proxy and gates; the chain's node, a service or Keycloak. */
    public URI address(String name) {
        return URI.create("http://127.0.0.1:" + plan.port(name));
    }

    /** The password of Keycloak's administrator, whose name is {@code admin}. */
    public String keycloakPassword() {
        return plan.secrets().get(Keycloak.ADMIN_SECRET);
    }

    /** Where a service, a second instance of one, or Keycloak answers about its own health and figures. */
    public URI management(String name) {
        return URI.create("http://127.0.0.1:" + plan.port(name + "-management"));
    }

    private ProcessComponent process(String name) {
        if (startup.component(name) instanceof ProcessComponent component) {
            return component;
        }
        throw new IllegalArgumentException(name + " has no process of its own");
    }

    /** Stops everything, each component only after those that build on it. */
    public void stop() {
        if (stopped.compareAndSet(false, true)) {
            stop.run();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
