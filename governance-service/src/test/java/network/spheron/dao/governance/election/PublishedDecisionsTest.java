package network.spheron.dao.governance.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.governance.sip.AwardRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule against 3,031 real decisions of three funding rounds. */
class PublishedDecisionsTest {
    private static final Path DATA = Path.of(System.getProperty("root.dir", ".."), "..", "shared", "data", "catalyst");
    private static final int MARGIN_BPS = 1500;
    private static final String LEFTOVERS = "Funded by leftovers";

    @BeforeAll
    static void dataIsThere() {
        boolean there = Files.isDirectory(DATA);
        if (!there) {
            System.out.println("Skipped: the real decisions are not there, looked in " + DATA.toAbsolutePath());
        }
        assumeTrue(there);
    }

    @ParameterizedTest(name = "{0}: {2} decisions, {3} funded from other workstreams'' leftovers")
    @CsvSource({"fund07,36900000,868,3", "fund08,36800000,1058,8", "fund09,39100000,1105,0"})
    void everyDecisionIsReproduced(String fund, BigInteger quorum, int decisions, int leftovers) throws IOException {
        Replay replay = replay(fund, quorum);

        assertThat(replay.decisions).isEqualTo(decisions);
        assertThat(replay.unexpected).isEmpty();
        assertThat(replay.leftovers).hasSize(leftovers);
    }

    @Test
    void onlyTheElevenLeftoversDiffer() throws IOException {
        List<Replay> all = List.of(
                replay("fund07", new BigInteger("36900000")),
                replay("fund08", new BigInteger("36800000")),
                replay("fund09", new BigInteger("39100000")));

        assertThat(all.stream().mapToInt(replay -> replay.decisions).sum()).isEqualTo(3031);
        assertThat(all.stream().mapToInt(replay -> replay.leftovers.size()).sum())
                .isEqualTo(11);
    }

    private static Replay replay(String fund, BigInteger quorum) throws IOException {
        Replay replay = new Replay();
        for (Workstream workstream : Workstream.read(DATA, fund)) {
            replay.compare(
                    workstream, new ElectionRule(MARGIN_BPS, quorum, workstream.budget(), AwardRule.FILL_BUDGET));
        }
        return replay;
    }

    /** Counts every workstream and collects where the published decision differs. */
    private static final class Replay {
        private int decisions;
        private final List<String> unexpected = new ArrayList<>();
        private final List<String> leftovers = new ArrayList<>();

        void compare(Workstream workstream, ElectionRule rule) {
            ElectionCount count = ElectionCount.of(
                    rule,
                    workstream.decisions().stream()
                            .map(Workstream.Decision::bid)
                            .toList());
            for (Workstream.Decision published : workstream.decisions()) {
                decisions++;
                BidOutcome counted = count.outcome(published.bid().index());
                String row = workstream.id() + " row " + published.bid().index() + ": " + published + " but " + counted;
                if (published.reason().equals(LEFTOVERS)) {
                    // A second pass over all workstreams' left-over money: outside the rule, and over budget within it.
                    (counted == BidOutcome.OVER_BUDGET ? leftovers : unexpected).add(row);
                } else if (!agrees(published, counted)) {
                    unexpected.add(row);
                }
            }
        }

        private static boolean agrees(Workstream.Decision published, BidOutcome counted) {
            boolean funded = published.outcome().equals("FUNDED");
            return counted.isApproved() == published.meetsThreshold()
                    && (counted == BidOutcome.WON) == funded
                    && (funded || counted.reason().equals(published.reason()));
        }
    }
}
