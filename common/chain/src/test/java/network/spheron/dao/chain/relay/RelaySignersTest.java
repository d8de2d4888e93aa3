package network.spheron.dao.chain.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FakeSigner;
import network.spheron.dao.chain.fixture.FakeSigner.Behaviour;
import network.spheron.dao.chain.fixture.SignerStack;
import network.spheron.dao.chain.node.RelayAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relay of two accounts, neither of whose keys is in the configuration. */
@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@TestProfile(RelaySignersTest.Guarded.class)
@SuppressWarnings("NullAway.Init")
class RelaySignersTest extends RelayScenario {
    private static final Path LOG = Path.of("target", "relay-signers.log").toAbsolutePath();
    private static final String PLENTY = "0x3635c9adc5dea00000";

    @Inject
    RelayAccounts accounts;

    FakeSigner signer;

    /** One key in a file, one with a signer, and a log of everything. */
    public static class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "spheron.chain.relay-key", "",
                    "spheron.chain.request-timeout", "2s",
                    "quarkus.log.category.\"network.spheron.dao.chain\".level", "DEBUG",
                    "quarkus.log.category.\"org.web3j\".level", "DEBUG",
                    "quarkus.log.console.level", "INFO",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.rotation.max-file-size", "1G",
                    "quarkus.log.file.path", LOG.toString());
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SignerStack.class));
        }
    }

    @AfterEach
    void restore() {
        signer.behaves(Behaviour.HONEST);
        anvil.rpc("anvil_setBalance", ChainStack.SECOND, PLENTY);
    }

    @Test
    void fileAndSignerSendAndNoSecretIsInTheLog() throws IOException {
        String payee = someAddress();
        List<SubmissionView> accepted = submit(payee, 6);

        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(6);
        assertThat(accepted.stream().flatMap(each -> attempts(each).stream()).map(Attempt::sender))
                .contains(ChainStack.RELAY, ChainStack.SECOND);
        assertThat(accounts).hasToString("RelayAccounts[" + ChainStack.SECOND + ", " + ChainStack.RELAY + "]");
        assertThat(accounts.addresses())
                .allSatisfy(address -> assertThat(
                                accounts.signer(address).orElseThrow().toString())
                        .endsWith("[" + address + "]"));
        assertThat(Files.readString(LOG))
                .contains("eth_signTransaction")
                .doesNotContainIgnoringCase(ChainStack.RELAY_KEY.substring(2))
                .doesNotContainIgnoringCase(ChainStack.SECOND_KEY.substring(2))
                .doesNotContain(SignerStack.PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_DATA", "ERROR", "SILENCE"})
    void whatASignerDoesNotSignIsSentFromAnotherAccount(Behaviour behaviour) {
        signer.behaves(behaviour);
        String payee = someAddress();
        List<SubmissionView> accepted = submit(payee, 3);

        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));

        assertThat(accepted.stream().flatMap(each -> attempts(each).stream()).map(Attempt::sender))
                .containsOnly(ChainStack.SECOND);
        assertThat(balance(payee)).isEqualTo(3);
    }

    @Test
    void nothingIsLostWhileNobodySigns() {
        anvil.rpc("anvil_setBalance", ChainStack.SECOND, "0x1");
        signer.behaves(Behaviour.OTHER_NONCE);
        String payee = someAddress();
        List<SubmissionView> accepted = submit(payee, 3);
        await().pollDelay(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> accepted.stream().allMatch(each -> is(each, SubmissionStatus.ACCEPTED)));
        assertThat(accepted).allSatisfy(each -> assertThat(attempts(each)).isEmpty());

        signer.behaves(Behaviour.HONEST);
        accepted.forEach(submission -> awaits(submission, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(3);
    }

    private List<SubmissionView> submit(String payee, int times) {
        List<SubmissionView> accepted = new ArrayList<>();
        for (int i = 0; i < times; i++) accepted.add(submit("signed:" + payee + i, pay(payee, 1)));
        return accepted;
    }
}
