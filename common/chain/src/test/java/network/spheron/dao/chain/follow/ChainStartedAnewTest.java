package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.WrongChain;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ChainStack.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init")
class ChainStartedAnewTest extends FollowScenario {
    @Inject
    FollowerState state;

    @Inject
    TransactionRelay relay;

    @Inject
    NodeConnection node;

    @Inject
    Cursor cursor;

    @Test
    void nothingIsFollowedOrSentOnAChainThatWasStartedAnew() {
        long then = clock.followed().number();
        await().atMost(PATIENCE).until(() -> clock.followed().number() > then);
        assertThat(cursor.origin()).hasSize(2);
        wire.lose(Loss.REQUEST, "eth_");
        await().atMost(PATIENCE).until(() -> state.failure().isPresent());
        long followed = clock.followed().number();
        QuarkusTransaction.requiringNew()
                .run(() -> relay.submit(
                        "anew", ContractName.PAYMENT_TOKEN, LocalToken.transfer(ChainStack.HOLDER, BigInteger.ONE)));

        try (TestChain anew = TestChain.start()) {
            wire.leadTo(URI.create(anew.rpcUrl()));
            wire.repair();

            await().atMost(PATIENCE).until(() -> state.halted().isPresent());
            assertThat(state.halted().orElseThrow()).contains("the chain was started anew");
            assertThatThrownBy(() -> node.balance(ChainStack.HOLDER)).isInstanceOf(WrongChain.class);
        }
        assertThat(clock.followed().number()).isEqualTo(followed);
        assertThat(wire.offered()).isEmpty();
    }
}
