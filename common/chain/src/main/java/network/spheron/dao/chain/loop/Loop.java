package network.spheron.dao.chain.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs a round whenever it is woken, and at least once per interval. A round that fails does not end the loop. */
public final class Loop implements AutoCloseable {
    /** Priority of start-up observers that start a loop: after what a loop relies on, before the application's own. */
    public static final int START = 1000;

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore wake = new Semaphore(0);
    private final Duration interval;
    private final Runnable round;
    private final Thread thread;
    private volatile boolean closing;

    /** A loop that does nothing until it is started. */
    public Loop(String name, Duration interval, Runnable round) {
        this.interval = interval;
        this.round = round;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has the next round begin at once. */
    public void wake() {
        wake.release();
    }

    /** Whether the loop was asked to end; a long round looks here between its steps. */
    public boolean isClosing() {
        return closing;
    }

    /** Lets the running round finish and ends the loop. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A round of %s failed and is tried again", thread.getName());
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
