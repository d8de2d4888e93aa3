package network.spheron.dao.browser;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what the platform is about to do. */
final class Await {
    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Await() {}

    /** Remembers since which block a value has been the same. */
    static final class Settled<T> {
        private @Nullable T last;
        private long since;

        /** For how many blocks it has been this value. */
        long since(T value, long block) {
            if (!Objects.equals(last, value)) {
                last = value;
                since = block;
            }
            return block - since;
        }
    }

    static void until(String what, BooleanSupplier condition) {
        value(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T value(String what, Supplier<Optional<T>> source) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
