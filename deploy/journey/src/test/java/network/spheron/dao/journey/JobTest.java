package network.spheron.dao.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobTest {
    private static final Rule RULE = new Rule(BigInteger.valueOf(100), 1_500);
    private static final String WORKSTREAMS = """
            workstream_id,title,budget,bids,funded,currency
            W1,"Tools, and more",1000,2,1,
            W2,Other,10,0,0,USD
            """;
    private static final String BIDS = """
            workstream_id,bid_id,title,assessment_score,votes_cast,yes,abstain,no,meets_threshold,requested,outcome,reason
            W1,B1,First,4.9,10,300,0,20,YES,600,FUNDED,
            W1,B2,Second,4.5,10,200,5,10,YES,600,NOT FUNDED,Over Budget
            W2,B3,Third,4.5,10,200,5,10,YES,6,FUNDED,
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void jobHoldsTheWorkstreamsOwnBids() {
        Job job = read(WORKSTREAMS, BIDS, "W1");

        assertThat(job.workstream())
                .isEqualTo(new WorkstreamRow("W1", "Tools, and more", BigInteger.valueOf(1000), ""));
        assertThat(job.bids()).extracting(BidRow::id).containsExactly("B1", "B2");
        assertThat(job.bids().get(1).abstain()).isEqualTo(BigInteger.valueOf(5));
    }

    @Test
    void keyFollowsFromRowsAndRuleAlone() {
        Job job = read(WORKSTREAMS, BIDS, "W1");

        assertThat(read(WORKSTREAMS + "W9,New,5,0,0,USD\n", BIDS, "W1").key()).isEqualTo(job.key());
        assertThat(read(WORKSTREAMS, BIDS.replace("300", "301"), "W1").key()).isNotEqualTo(job.key());
        assertThat(new Job(job.workstream(), job.bids(), new Rule(BigInteger.TEN, 1_500), job.disqualified()).key())
                .isNotEqualTo(job.key());
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of(WORKSTREAMS, BIDS, "W3", "workstreams.csv: has no workstream W3"),
                Arguments.of(WORKSTREAMS.replace("budget", "money"), BIDS, "W1", "line 1: column budget is missing"),
                Arguments.of(WORKSTREAMS.replace("1000", "ten"), BIDS, "W1", "line 2: budget must be a whole number"),
                Arguments.of(WORKSTREAMS.replace("1000", "0"), BIDS, "W1", "line 2: budget must be more than zero"),
                Arguments.of(WORKSTREAMS + "W1,Again,5,0,0,USD\n", BIDS, "W1", "line 4: workstream W1 appears twice"),
                Arguments.of(WORKSTREAMS, BIDS.replace("yes", "ja"), "W1", "line 1: column yes is missing"),
                Arguments.of(WORKSTREAMS, BIDS.replace("300", "-3"), "W1", "line 2: yes must be a whole number"),
                Arguments.of(
                        WORKSTREAMS, BIDS.replace("YES,6,", "YES,6.5,"), "W2", "line 4: requested must be a whole"),
                Arguments.of(WORKSTREAMS, BIDS.replace("W1,B2", "W1,B1"), "W1", "line 3: bid B1 appears twice"),
                Arguments.of(WORKSTREAMS, BIDS.replace("600,N", "6000,N"), "W1", "line 3: requested must be more than"),
                Arguments.of(WORKSTREAMS, BIDS.replace("300", "99999999999"), "W1", "line 2: 99999999999 is more"),
                Arguments.of(WORKSTREAMS, BIDS.replace("W1,B2,Second,", "W1,B2,"), "W1", "line 3: has 11 fields"),
                Arguments.of(WORKSTREAMS, BIDS.replace("W1,", "W2,"), "W1", "bids.csv: has no bid for workstream W1"),
                Arguments.of(WORKSTREAMS, "", "W1", "line 1: column workstream_id is missing"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsRefusedWithFileAndLine(String workstreams, String bids, String id, String problem) {
        assertThatThrownBy(() -> read(workstreams, bids, id))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(problem);
    }

    @Test
    void missingFileIsRefused() {
        Path nowhere = folder.resolve("nowhere.csv");

        assertThatThrownBy(() -> Job.read(nowhere, nowhere, "W1", RULE))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no such file");
    }

    private Job read(String workstreams, String bids, String id) {
        try {
            Path first = Files.writeString(folder.resolve("workstreams.csv"), workstreams);
            Path second = Files.writeString(folder.resolve("bids.csv"), bids);
            return Job.read(first, second, id, RULE);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
