package network.spheron.dao.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.process.Component;
import network.spheron.dao.local.process.Memory;
import network.spheron.dao.local.process.Startup;

/** The running platform: where it answers, what it consists of, and how to stop it. */
public final class Platform implements AutoCloseable {
    /** How long starting took. */
    record StartTimes(Duration total, Map<String, Duration> byComponent) {}

    private final Plan plan;
    private final Startup startup;
    private final AddressBook addressBook;
    private final StartTimes times;
    private final Runnable stop;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Platform(Plan plan, Startup startup, AddressBook addressBook, StartTimes times, Runnable stop) {
        this.plan = plan;
        this.startup = startup;
        this.addressBook = addressBook;
        this.times = times;
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

    /** Starts one component again, whether it was stopped, killed or still runs, and waits until it answers. */
    public void restart(String name) {
        Component component = startup.component(name);
        component.stop();
        component.start();
        component.await();
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
