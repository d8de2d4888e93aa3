package network.spheron.dao.chain.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.contracts.ContractName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@TestProfile(RelayPoolTest.TwoAccounts.class)
class RelayPoolTest extends RelayScenario {
    private static final int MOST_EACH = 4;
    private static final String PLENTY = "0x3635c9adc5dea00000";

    /** A relay of two accounts. */
    public static class TwoAccounts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "spheron.chain.relay-keys",
                    ChainStack.SECOND_KEY,
                    "spheron.chain.max-in-flight",
                    String.valueOf(MOST_EACH));
        }
    }

    @AfterEach
    void fund() {
        anvil.rpc("anvil_setBalance", ChainStack.RELAY, PLENTY);
    }

    @Test
    void accountsShareTheWorkAndNeitherHasMoreUnderWayThanItMay() {
        anvil.rpc("evm_setIntervalMining", 0);
        String payee = someAddress();
        List<SubmissionView> accepted = accept(payee, 3 * MOST_EACH);
        await().atMost(PATIENCE).until(() -> signed(accepted) == 2 * MOST_EACH);
        round.run();

        assertThat(bySender(accepted))
                .containsOnly(
                        Map.entry(ChainStack.RELAY, (long) MOST_EACH), Map.entry(ChainStack.SECOND, (long) MOST_EACH));

        anvil.rpc("evm_setIntervalMining", 1);
        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));
        assertThat(balance(payee)).isEqualTo(3 * MOST_EACH);
    }

    @Test
    void replicasThatRaceForTwoAccountsSendEachCallOnce() {
        String payee = someAddress();
        List<SubmissionView> accepted = accept(payee, 20);
        List<CompletableFuture<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(CompletableFuture.runAsync(() -> {
                for (int rounds = 0; rounds < 20; rounds++) round.run();
            }));
        }
        replicas.forEach(CompletableFuture::join);

        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(20);
        assertThat(seen.timesSeen(accepted.stream()
                        .map(each -> now(each).transactionHash())
                        .toList()))
                .containsOnly(1L);
    }

    @Test
    void accountThatCannotPayIsLeftOut() {
        anvil.rpc("anvil_setBalance", ChainStack.RELAY, "0x1");
        String payee = someAddress();
        List<SubmissionView> accepted = accept(payee, 3);

        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));

        assertThat(bySender(accepted)).containsOnly(Map.entry(ChainStack.SECOND, 3L));
        assertThat(balance(payee)).isEqualTo(3);
    }

    private List<SubmissionView> accept(String payee, int times) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<SubmissionView> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(relay.submit("pool:" + payee + i, ContractName.PAYMENT_TOKEN, pay(payee, 1)));
            }
            return all;
        });
    }

    private long signed(List<SubmissionView> accepted) {
        return accepted.stream()
                .filter(submission -> !attempts(submission).isEmpty())
                .count();
    }

    private Map<String, Long> bySender(List<SubmissionView> accepted) {
        return accepted.stream()
                .flatMap(submission -> attempts(submission).stream().limit(1))
                .map(Attempt::sender)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
