package network.spheron.dao.local.gate;

import java.io.InterruptedIOException;
import java.time.Duration;

/** What lets data go on: at once, after a while, or not until it is opened again. */
final class Valve {
    private boolean closed;
    private Duration delay = Duration.ZERO;

    synchronized void open() {
        closed = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
    }

    synchronized void delay(Duration wait) {
        delay = wait;
    }

    /** Returns once data may go on. */
    synchronized void await() throws InterruptedIOException {
        long begun = System.nanoTime();
        try {
            for (long left = left(begun); closed || left > 0; left = left(begun)) {
                if (closed) {
                    wait();
                } else {
                    wait(Math.max(1, left / 1_000_000));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private long left(long begun) {
        return delay.toNanos() - (System.nanoTime() - begun);
    }
}
