package network.spheron.dao.faults.site;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a gate catches. */
public final class Waiting {
    private Waiting() {}

    /**
     * The value of a future.
     *
     * @throws IllegalStateException when it does not come in time
     */
    public static <T> T value(String what, Duration patience, CompletableFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("waited in vain for: " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
