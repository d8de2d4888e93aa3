package network.spheron.dao.chain.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import org.junit.jupiter.api.Test;

/** Calls that succeed when they are signed and revert when they are mined. */
@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@TestProfile(RevertedCallsTest.Patient.class)
class RevertedCallsTest extends RelayScenario {
    /** Nothing is signed again while a test prepares its block. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("spheron.chain.bump-after", "60s", "spheron.chain.repeats", "2");
        }
    }

    @Test
    void callThatWouldStillRevertIsRefusedWithTheContractsReason() {
        SubmissionView submission = mineBetween(someAddress(), 0, 0);

        awaits(submission, SubmissionStatus.REFUSED);

        assertThat(now(submission).error()).isEqualTo("ERC20InsufficientAllowance");
        assertThat(now(submission).transactionHash()).isNotNull();
        assertThat(attempts(submission)).hasSize(1);
    }

    @Test
    void callThatWasMinedBeforeWhatItNeedsIsMadeAgain() {
        String payee = someAddress();
        SubmissionView submission = mineBetween(payee, 0, 500);

        awaits(submission, SubmissionStatus.FINAL);

        assertThat(attempts(submission).stream().map(Attempt::nonce).distinct()).hasSize(2);
        assertThat(balance(payee)).isEqualTo(500);
    }

    /** Has a call for 500 mined in one block with changes of what is allowed, one before and one after it. */
    private SubmissionView mineBetween(String payee, long before, long after) {
        HolderWallet.send(anvil, ChainStack.HOLDER_KEY, List.of(allow(500)));
        anvil.rpc("evm_setIntervalMining", 0);
        wire.lose(Loss.REQUEST, SEND);
        SubmissionView submission =
                submit("reverts:" + payee, LocalToken.transferFrom(ChainStack.HOLDER, payee, BigInteger.valueOf(500)));
        await().atMost(PATIENCE).until(() -> !attempts(submission).isEmpty());
        HolderWallet.offer(anvil, ChainStack.HOLDER_KEY, List.of(allow(before)));
        wire.repair();
        awaits(submission, SubmissionStatus.SENT);
        HolderWallet.offer(anvil, ChainStack.HOLDER_KEY, List.of(allow(after)));
        anvil.rpc("evm_setIntervalMining", 1);
        return submission;
    }

    private static FunctionCall<?> allow(long amount) {
        return LocalToken.approve(ChainStack.RELAY, BigInteger.valueOf(amount));
    }
}
