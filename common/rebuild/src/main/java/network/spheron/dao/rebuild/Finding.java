package network.spheron.dao.rebuild;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of comparing one table.
 *
 * @param live how many rows the live one has
 * @param rebuilt how many rows the rebuilt one has
 * @param differing how many rows are not the same, or are on one side only
 * @param first the first of those, in words
 */
public record Finding(Table table, long live, long rebuilt, long differing, List<String> first) {
    /** Whether every row is the same. */
    public boolean isEqual() {
        return differing == 0;
    }

    /** The finding as lines of text: the table with its counts, then the first differences. */
    List<String> lines() {
        String counts = live == rebuilt ? live + " rows" : live + " rows live, " + rebuilt + " rebuilt";
        String verdict = isEqual() ? "equal" : differing + " differ";
        String head = String.format("%-20s %s, %s", table.name(), counts, verdict);
        return Stream.concat(Stream.of(head), first.stream().map(line -> "    " + line))
                .toList();
    }
}
