package network.spheron.dao.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(SmallRun.class)
class FiguresTest {
    private static final int ACCOUNTS = 7;

    @Inject
    @All
    List<Figure> figures;

    @Inject
    OurLedger ledger;

    @Inject
    LockedAccounts peer;

    @TempDir
    Path folder;

    @Test
    void ledgersEndWithTheSameBalances() throws IOException {
        assertThat(measured("ledger")).containsExactly("ledger.random", "ledger.hot");

        for (int account = 0; account < ACCOUNTS; account++) {
            assertThat(ledger.balance(account)).as("account " + account).isEqualTo(peer.balance(account));
        }
    }

    @Test
    void everyRelayBringsEveryEvent() throws IOException {
        assertThat(measured("delay"))
                .contains("delay.20.p50.polling", "delay.20.p99.debezium-500", "delay.20.p99.debezium-10")
                .contains("delay.drain.polling", "delay.drain.debezium-500", "delay.drain.debezium-10");
    }

    /** The names in the report of this figure, of which each has its peer beside it. */
    private List<String> measured(String name) throws IOException {
        Path file = folder.resolve("report.json");
        new Report(file).clear();
        assertThat(new Measuring(figures).run(file.toString(), name)).isZero();
        JsonNode report = new ObjectMapper().readTree(file.toFile());
        for (JsonNode figure : report) {
            assertThat(figure.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "value", "unit", "peer", "peer_value", "ratio", "cpu_seconds", "peer_cpu_seconds");
            assertThat(figure.get("value").asDouble()).isPositive();
            assertThat(figure.get("peer_value").asDouble()).isPositive();
            assertThat(figure.get("ratio").asDouble()).isPositive();
        }
        List<String> names = new ArrayList<>();
        report.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
