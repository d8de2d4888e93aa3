package network.spheron.dao.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes mutation testing makes to a contract. */
class MutantsTest {
    @TempDir
    Path folder;

    @Test
    void guardsAreRemovedAndInverted() throws IOException {
        assertThat(mutants("if (paid) revert();")).isEqualTo("""
                        guard removed: if (false) revert();
                        guard inverted: if (!(paid)) revert();
                        """);
    }

    @Test
    void nothingIsInvertedTwice() throws IOException {
        assertThat(mutants("if (!paid) revert();")).isEqualTo("""
                        guard removed: if (false) revert();
                        negation dropped: if (paid) revert();
                        """);
    }

    @Test
    void otherConditionsHoldAlwaysOrNever() throws IOException {
        assertThat(mutants("if (paid) return;")).isEqualTo("""
                        always: if (true) return;
                        never: if (false) return;
                        """);
    }

    @Test
    void boundariesMoveByOneStep() throws IOException {
        assertThat(mutants("open = block.timestamp <= end;")).isEqualTo("""
                        statement removed:
                        <= to <: open = block.timestamp < end;
                        """);
    }

    @Test
    void eachConditionIsDroppedFromSeveral() throws IOException {
        assertThat(mutants("return open && !paid;")).isEqualTo("""
                        && to ||: return open || !paid;
                        operand dropped: return open;
                        operand dropped: return !paid;
                        negation dropped: return open && paid;
                        """);
    }

    @Test
    void amountsAreTakenInsteadOfAdded() throws IOException {
        assertThat(mutants("sum += price + (fee);")).isEqualTo("""
                        statement removed:
                        += to -=: sum -= price + (fee);
                        += to =: sum = price + (fee);
                        + to -: sum += price - (fee);
                        operand dropped: sum += price;
                        """);
    }

    @Test
    void resultsAreFlipped() throws IOException {
        assertThat(mutants("return true;")).isEqualTo("result flipped: return false;\n");
    }

    @Test
    void statesAreNotDeleted() throws IOException {
        assertThat(mutants("delete paid;")).isEqualTo("statement removed:\n");
    }

    @Test
    void boundsAreExchanged() throws IOException {
        assertThat(mutants("return Math.min(end, Math.max(sum, fee));")).isEqualTo("""
                        bound exchanged: return Math.max(end, Math.max(sum, fee));
                        bound exchanged: return Math.min(end, Math.min(sum, fee));
                        """);
    }

    @Test
    void modifiersAreRemovedAndConstantsEnlarged() throws IOException {
        assertThat(mutantsOf("""
                        contract Sample {
                            uint256 constant MOST = 20;
                            uint256 constant WINDOW = 2 days;
                            constructor() Base(1) {}
                            function close() external onlyOwner {}
                        }
                        """)).isEqualTo("""
                        constant enlarged: uint256 constant MOST = (20 + 1);
                        constant enlarged: uint256 constant WINDOW = (2 days + 1);
                        modifier removed: function close() external  {}
                        """);
    }

    @Test
    void charactersBeyondAsciiMoveNothing() throws IOException {
        assertThat(mutants("/* 15 % – “more” */ return open;/* – */ return true;"))
                .isEqualTo("result flipped: /* 15 % – “more” */ return open;/* – */ return false;\n");
    }

    /** What is made of a statement, a line for each mutant. */
    private String mutants(String statement) throws IOException {
        return mutantsOf("contract Sample { function sample() external {\n" + statement + "\n} }\n");
    }

    private String mutantsOf(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Sample.sol"), source);
        Tool run = Tool.runScript("tools/mutants.js", file.toString());
        assertThat(run.exitCode()).as("what it printed: %s", run.output()).isZero();
        return run.output()
                .replaceAll("(?m)^\\d+: (.*)\\n  - .*\\n  \\+ ?(.*)$", "$1: $2")
                .replaceAll("(?m): $", ":");
    }
}
