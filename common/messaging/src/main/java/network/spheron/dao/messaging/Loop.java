package network.spheron.dao.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Work that is done again and again on a thread of its own. The work says how long to rest; a wake-up ends the rest. */
final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    private final Supplier<Duration> work;
    private final Thread thread;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable String failure;

    Loop(String name, Supplier<Duration> work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    void wake() {
        wakeUps.release();
    }

    boolean stopping() {
        return stopped;
    }

    /** Why the last pass failed, if it did. */
    Optional<String> failure() {
        return thread.isAlive() ? Optional.ofNullable(failure) : Optional.of("not running");
    }

    /** Lets the pass under way end; afterwards the work does not run any more. */
    void stop() {
        stopped = true;
        wake();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.interrupt();
        }
    }

    /** Rests within a pass; a stop or a wake-up ends it early. */
    void rest(Duration time) {
        try {
            if (!stopped && wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            rest(pass());
        }
    }

    private Duration pass() {
        try {
            Duration rest = work.get();
            failure = null;
            return rest;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s failed and is tried again", thread.getName());
            failure = String.valueOf(e.getMessage());
            return REST_AFTER_FAILURE;
        }
    }
}
