package network.spheron.dao.figures;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** An amount that moves between two different accounts, which are numbered from 0. */
record Transfer(int from, int to, long amount) {
    private static final int LARGEST = 1_000_000;

    /** Transfers between any two accounts. */
    static List<Transfer> random(Random random, int accounts, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int from = random.nextInt(accounts);
                    int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
                    return new Transfer(from, to, 1 + random.nextInt(LARGEST));
                })
                .toList();
    }

    /** Transfers between account 0 and any other. */
    static List<Transfer> hot(Random random, int accounts, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int other = 1 + random.nextInt(accounts - 1);
                    long amount = 1L + random.nextInt(LARGEST);
                    return random.nextBoolean() ? new Transfer(0, other, amount) : new Transfer(other, 0, amount);
                })
                .toList();
    }
}
