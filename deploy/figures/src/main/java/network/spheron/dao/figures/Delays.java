package network.spheron.dao.figures;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import network.spheron.dao.events.FundingRefused;

/** Loads an outbox and sees when its events arrive. */
final class Delays {
    private static final int WRITERS = 8;
    private static final int AGGREGATES = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String broker;

    Delays(String broker) {
        this.broker = broker;
    }

    /** Delays from commit to consumer in milliseconds, sorted, of transactions of one event at a steady rate. */
    double[] steady(OutboxSide side, int perSecond, int seconds) {
        int count = perSecond * seconds;
        AtomicLongArray committed = new AtomicLongArray(count);
        try (Arrivals arrivals = new Arrivals(broker, side.topic(), count)) {
            commitSteadily(side, perSecond, committed);
            AtomicLongArray arrived = arrivals.await();
            return IntStream.range(0, count)
                    .mapToDouble(i -> (arrived.get(i) - committed.get(i)) / 1e6)
                    .sorted()
                    .toArray();
        }
    }

    private static void commitSteadily(OutboxSide side, int perSecond, AtomicLongArray committed) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Runnable writer = () -> {
            for (int i = next.getAndIncrement(); i < committed.length(); i = next.getAndIncrement()) {
                long due = start + (long) (i * NANOS_PER_SECOND / perSecond);
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
                side.commit(List.of(event(i)));
                committed.set(i, System.nanoTime());
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) writers.add(CompletableFuture.runAsync(writer, threads));
            writers.forEach(CompletableFuture::join);
        } finally {
            Threads.end(threads);
        }
    }

    /** Events per second that reach the consumer, from the commit of one transaction with all of them. */
    double drained(OutboxSide side, int count) {
        List<FundingRefused> events =
                IntStream.range(0, count).mapToObj(Delays::event).toList();
        try (Arrivals arrivals = new Arrivals(broker, side.topic(), count)) {
            side.commit(events);
            long start = System.nanoTime();
            arrivals.await();
            return count * NANOS_PER_SECOND / (System.nanoTime() - start);
        }
    }

    private static FundingRefused event(int number) {
        BigInteger mandate = BigInteger.valueOf(number % AGGREGATES);
        return new FundingRefused(mandate, number, "simulation", "the budget line is used up for this period");
    }
}
