package network.spheron.dao.local.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Starts components side by side, each as soon as those it builds on answer, and stops them in the opposite order. */
public final class Startup {
    private record Node(Component component, List<Component> after) {}

    private final Console console;
    private final Map<Component, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Duration> timing = new ConcurrentHashMap<>();
    private final Map<Component, Boolean> started = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public Startup(Console console) {
        this.console = console;
    }

    /** Adds a component that starts once all of these answer. They must have been added before, so no circle can arise. */
    public synchronized void add(Component component, Component... after) {
        List<Component> known = List.of(after);
        if (!nodes.keySet().containsAll(known)) {
            throw new IllegalArgumentException(component.name() + " comes after a component that was not added");
        }
        nodes.put(component, new Node(component, known));
    }

    /**
     * Starts everything and returns when all of it answers.
     *
     * @return how long each component took from its start to its first answer
     * @throws CannotStart for the first component that failed; everything else is stopped again by then
     */
    public Map<String, Duration> start() {
        try {
            walk(components(), component -> node(component).after(), this::bringUp);
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return Map.copyOf(timing);
    }

    /** Stops everything that was started, each component only after all that build on it. */
    public void stop() {
        stopping = true;
        if (started.isEmpty()) {
            return;
        }
        console.say("Stopping …");
        List<Component> reversed = new ArrayList<>(components());
        Collections.reverse(reversed);
        walk(reversed, this::dependents, this::takeDown);
    }

    /** Starts a component beside those that run, stopped with them; waits until it answers. */
    public void join(Component component, Component... after) {
        add(component, after);
        bringUp(component);
    }

    /** The component of this name. */
    public synchronized Component component(String name) {
        return nodes.keySet().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no component " + name));
    }

    /** All components in the order in which they were added. */
    public synchronized List<Component> components() {
        return List.copyOf(nodes.keySet());
    }

    private void bringUp(Component component) {
        long begun = System.nanoTime();
        synchronized (component) {
            if (stopping) {
                return;
            }
            started.put(component, true);
            component.start();
        }
        component.await();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        timing.put(component.name(), took);
        console.progress(component.name(), String.format("up after %.1f s", took.toMillis() / 1000.0));
    }

    private void takeDown(Component component) {
        synchronized (component) {
            if (started.remove(component) != null) {
                component.stop();
            }
        }
    }

    /** Returns when all is done, or at the first failure. */
    private static void walk(
            Iterable<Component> order, Function<Component, List<Component>> prerequisites, Consumer<Component> action) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Map<Component, CompletableFuture<Void>> done = new LinkedHashMap<>();
        for (Component component : order) {
            CompletableFuture<Void> own = all(prerequisites.apply(component).stream()
                            .map(done::get))
                    .thenRunAsync(() -> action.accept(component), Startup::inThread);
            own.exceptionally(cause -> {
                failure.completeExceptionally(cause);
                return null;
            });
            done.put(component, own);
        }
        CompletableFuture.anyOf(all(done.values().stream()), failure).join();
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "component");
        thread.setDaemon(true);
        thread.start();
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private synchronized List<Component> dependents(Component component) {
        return nodes.values().stream()
                .filter(node -> node.after().contains(component))
                .map(Node::component)
                .toList();
    }

    private synchronized Node node(Component component) {
        Node node = nodes.get(component);
        if (node == null) {
            throw new IllegalArgumentException(component.name() + " was not added");
        }
        return node;
    }
}
