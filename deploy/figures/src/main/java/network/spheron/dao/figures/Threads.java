package network.spheron.dao.figures;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that are waited for. */
final class Threads {
    private Threads() {}

    /** Lets what is under way end. */
    static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) throw new IllegalStateException("work does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
