package network.spheron.dao.chain.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.contracts.LocalToken;
import org.junit.jupiter.api.Test;

/** A relay with little patience and a low limit for fees. */
@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@TestProfile(StuckNoncesTest.Impatient.class)
@SuppressWarnings("NullAway.Init")
class StuckNoncesTest extends RelayScenario {
    private static final long GWEI = 1_000_000_000;
    private static final long LIMIT = 20 * GWEI;

    @Inject
    MeterRegistry meters;

    /** One second until a fee is raised. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "spheron.chain.bump-after", "1s",
                    "spheron.chain.cancel-after", "3s",
                    "spheron.chain.max-fee-per-gas", String.valueOf(LIMIT));
        }
    }

    @Test
    void transactionThatHasBecomeTooDearIsReplacedByNothingAndSentAnewWhenItIsNotAnyMore() {
        String payee = someAddress();
        long nonce = nonce();
        double before = noOps();
        anvil.rpc("evm_setIntervalMining", 0);
        SubmissionView stuck = submit("dear:" + payee, pay(payee, 7));
        awaits(stuck, SubmissionStatus.SENT);
        anvil.rpc("anvil_setNextBlockBaseFeePerGas", "0x" + Long.toHexString(30 * GWEI));
        anvil.mine(1);
        SubmissionView later = submit("dear too:" + payee, pay(payee, 1));
        await().atMost(PATIENCE).until(() -> attempts(stuck).get(0).isNoOp());

        assertThat(attempts(stuck).get(0).nonce()).isEqualTo(nonce);
        assertThat(attempts(stuck).stream()
                        .filter(each -> !each.isNoOp())
                        .map(each -> each.fees().max()))
                .allMatch(max -> max.longValueExact() <= LIMIT);
        assertThat(attempts(later)).isEmpty();
        assertThat(noOps()).isGreaterThan(before);

        anvil.rpc("evm_setIntervalMining", 1);
        awaits(stuck, SubmissionStatus.FINAL);
        awaits(later, SubmissionStatus.FINAL);

        assertThat(balance(payee)).isEqualTo(8);
        assertThat(nonce()).isEqualTo(nonce + 3);
    }

    @Test
    void callThatHasBecomePointlessGetsOutOfTheWay() {
        String payee = someAddress();
        HolderWallet.send(
                anvil, ChainStack.HOLDER_KEY, List.of(LocalToken.approve(ChainStack.RELAY, BigInteger.valueOf(500))));
        long nonce = nonce();
        wire.lose(Loss.REQUEST, SEND);
        SubmissionView pointless = submit(
                "pointless:" + payee, LocalToken.transferFrom(ChainStack.HOLDER, payee, BigInteger.valueOf(500)));
        await().atMost(PATIENCE).until(() -> !attempts(pointless).isEmpty());
        SubmissionView behind = submit("behind:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> !attempts(behind).isEmpty());
        HolderWallet.send(anvil, ChainStack.HOLDER_KEY, List.of(LocalToken.approve(ChainStack.RELAY, BigInteger.ZERO)));
        wire.repair();

        awaits(pointless, SubmissionStatus.REFUSED);
        awaits(behind, SubmissionStatus.FINAL);

        assertThat(now(pointless).error()).isEqualTo("ERC20InsufficientAllowance");
        assertThat(attempts(pointless).get(0).isNoOp()).isTrue();
        assertThat(balance(payee)).isEqualTo(7);
        assertThat(nonce()).isEqualTo(nonce + 2);
    }

    @Test
    void nonceThatTheChainLacksIsFilled() {
        String payee = someAddress();
        long nonce = nonce();
        anvil.rpc("evm_setIntervalMining", 0);
        List<String> foreign =
                HolderWallet.offer(anvil, ChainStack.RELAY_KEY, List.of(LocalToken.approve(payee, BigInteger.ONE)));
        SubmissionView waiting = submit("gap:" + payee, pay(payee, 7));
        awaits(waiting, SubmissionStatus.SENT);
        anvil.rpc("anvil_dropTransaction", foreign.get(0));
        anvil.rpc("evm_setIntervalMining", 1);

        awaits(waiting, SubmissionStatus.FINAL);

        assertThat(attempts(waiting)).allMatch(attempt -> attempt.nonce() == nonce + 1);
        assertThat(balance(payee)).isEqualTo(7);
        assertThat(nonce()).isEqualTo(nonce + 2);
    }

    @Test
    void whatTheNodeForgotIsHandedToItAgain() {
        String payee = someAddress();
        long nonce = nonce();
        anvil.rpc("evm_setIntervalMining", 0);
        List<SubmissionView> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) sent.add(submit("forgotten:" + payee + i, pay(payee, 1)));
        sent.forEach(each -> awaits(each, SubmissionStatus.SENT));
        anvil.rpc("anvil_dropAllTransactions");
        anvil.rpc("evm_setIntervalMining", 1);

        sent.forEach(each -> awaits(each, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(3);
        assertThat(nonce()).isEqualTo(nonce + 3);
    }

    @Test
    void transactionWhoseBlockVanishesIsReopened() {
        String payee = someAddress();
        double before = meters.get("chain.submissions.reopened").counter().count();
        anvil.rpc("evm_setIntervalMining", 0);
        SubmissionView submission = submit("vanished:" + payee, pay(payee, 7));
        awaits(submission, SubmissionStatus.SENT);
        anvil.mine(1);
        awaits(submission, SubmissionStatus.MINED);

        anvil.rpc("anvil_rollback", 1);
        awaits(submission, SubmissionStatus.SENT);
        anvil.rpc("evm_setIntervalMining", 1);
        awaits(submission, SubmissionStatus.FINAL);

        assertThat(meters.get("chain.submissions.reopened").counter().count()).isEqualTo(before + 1);
        assertThat(balance(payee)).isEqualTo(7);
    }

    private double noOps() {
        return meters.get("chain.account.no.ops").counter().count();
    }
}
