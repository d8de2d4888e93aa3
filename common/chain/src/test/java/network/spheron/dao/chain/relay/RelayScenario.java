package network.spheron.dao.chain.relay;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.chain.fixture.SeenLogs;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.AfterEach;

/** A relay on a real chain and database, with a wire to the node that tests may cut. */
@SuppressWarnings("NullAway.Init")
abstract class RelayScenario {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String SEND = "eth_sendRawTransaction";

    @Inject
    TransactionRelay relay;

    @Inject
    Submissions submissions;

    @Inject
    RelayRound round;

    @Inject
    ChainReader reader;

    @Inject
    SeenLogs seen;

    @Inject
    NodeConnection node;

    FaultyWire wire;
    TestChain anvil;

    @AfterEach
    void repair() {
        wire.repair();
        anvil.rpc("evm_setIntervalMining", 1);
    }

    void awaits(SubmissionView submission, SubmissionStatus status) {
        await(submission.key() + " is " + status).atMost(PATIENCE).until(() -> is(submission, status));
    }

    SubmissionView submit(String key, FunctionCall<?> call) {
        return QuarkusTransaction.requiringNew().call(() -> relay.submit(key, ContractName.PAYMENT_TOKEN, call));
    }

    static FunctionCall<Boolean> pay(String payee, long amount) {
        return LocalToken.transfer(payee, BigInteger.valueOf(amount));
    }

    static String someAddress() {
        return "0x" + UUID.randomUUID().toString().replace("-", "") + "00000000";
    }

    long balance(String account) {
        return reader.callAtFinal(ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(account))
                .longValueExact();
    }

    long nonce() {
        return node.transactionCount(ChainStack.RELAY, At.PENDING);
    }

    SubmissionView now(SubmissionView submission) {
        return relay.find(submission.id()).orElseThrow();
    }

    boolean is(SubmissionView submission, SubmissionStatus status) {
        return now(submission).status() == status;
    }

    List<Attempt> attempts(SubmissionView submission) {
        return QuarkusTransaction.requiringNew().call(() -> submissions.attempts(submission.id()));
    }
}
