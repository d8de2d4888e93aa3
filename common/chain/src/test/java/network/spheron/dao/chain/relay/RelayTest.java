package network.spheron.dao.chain.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import network.spheron.dao.chain.KeyAlreadyUsed;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@SuppressWarnings("NullAway.Init")
class RelayTest extends RelayScenario {
    @Inject
    EntityManager database;

    @Test
    void manyCallsAreUnderWayAtOnceAndTakeEffectOnceEach() {
        String payee = someAddress();
        long nonce = nonce();
        List<SubmissionView> accepted = QuarkusTransaction.requiringNew().call(() -> {
            List<SubmissionView> all = new ArrayList<>();
            for (int i = 0; i < 30; i++)
                all.add(relay.submit("many:" + payee + i, ContractName.PAYMENT_TOKEN, pay(payee, 1)));
            return all;
        });

        await().atMost(PATIENCE).until(() -> accepted.stream().allMatch(s -> is(s, SubmissionStatus.FINAL)));

        assertThat(balance(payee)).isEqualTo(30);
        assertThat(nonce()).isEqualTo(nonce + 30);
        List<String> hashes =
                accepted.stream().map(s -> now(s).transactionHash()).toList();
        assertThat(seen.timesSeen(hashes)).containsOnly(1L);
    }

    @Test
    void replicasThatRaceSendEachCallOnce() {
        String payee = someAddress();
        long nonce = nonce();
        List<SubmissionView> accepted = new ArrayList<>();
        for (int i = 0; i < 10; i++) accepted.add(submit("race:" + payee + i, pay(payee, 1)));
        List<CompletableFuture<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(CompletableFuture.runAsync(() -> {
                for (int rounds = 0; rounds < 10; rounds++) round.run();
            }));
        }
        replicas.forEach(CompletableFuture::join);

        await().atMost(PATIENCE).until(() -> accepted.stream().allMatch(s -> is(s, SubmissionStatus.FINAL)));

        assertThat(balance(payee)).isEqualTo(10);
        assertThat(nonce()).isEqualTo(nonce + 10);
    }

    @Test
    void requestsThatRaceForAKeyAreOneSubmission() {
        String key = "raced:" + UUID.randomUUID();
        String payee = someAddress();
        List<CompletableFuture<SubmissionView>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long amount = 1L + i % 2;
            requests.add(CompletableFuture.supplyAsync(() -> submit(key, pay(payee, amount))));
        }
        List<SubmissionView> answers = new ArrayList<>();
        List<@Nullable Throwable> refusals = new ArrayList<>();
        for (CompletableFuture<SubmissionView> request : requests) {
            try {
                answers.add(request.join());
            } catch (CompletionException e) {
                refusals.add(e.getCause());
            }
        }

        assertThat(answers).hasSize(4);
        assertThat(answers.stream().map(SubmissionView::id).distinct()).hasSize(1);
        assertThat(refusals).hasSize(4).allMatch(KeyAlreadyUsed.class::isInstance);
        awaits(answers.get(0), SubmissionStatus.FINAL);
        assertThat(submit(key, pay(payee, balance(payee))).id())
                .isEqualTo(answers.get(0).id());
        assertThat(attempts(answers.get(0))).hasSize(1);
    }

    @Test
    void revertedSimulationIsRefusedWithTheContractsReason() {
        SubmissionView submission = submit("too much:" + UUID.randomUUID(), pay(someAddress(), 1_000_000_000));

        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.REFUSED));

        assertThat(now(submission).error()).isEqualTo("ERC20InsufficientBalance");
        assertThat(now(submission).reason()).contains("1000000000");
        assertThat(now(submission).transactionHash()).isNull();
    }

    @Test
    void transactionStoredBeforeACrashIsSentWithTheSameBytes() {
        String payee = someAddress();
        long nonce = nonce();
        wire.lose(Loss.REQUEST, SEND);
        SubmissionView submission = submit("crash:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> !attempts(submission).isEmpty());
        assertThat(now(submission).status()).isEqualTo(SubmissionStatus.ACCEPTED);
        String stored = attempts(submission).get(0).rawTransaction();

        wire.repair();
        round.run();
        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));

        assertThat(wire.offered().stream().filter(stored::equals)).hasSizeGreaterThan(1);
        assertThat(balance(payee)).isEqualTo(7);
        assertThat(nonce()).isEqualTo(nonce + 1);
    }

    @Test
    void transactionStampedByAClockThatWentWrongIsStillOffered() {
        String payee = someAddress();
        wire.lose(Loss.REQUEST, SEND);
        SubmissionView submission = submit("clock:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> !attempts(submission).isEmpty());
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update chain_attempt"
                                + " set signed_at = now() + interval '3 days', broadcast_at = now() + interval '3 days'"
                                + " where submission_id = ?1")
                        .setParameter(1, submission.id())
                        .executeUpdate());

        wire.repair();
        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(7);
    }

    @Test
    void transactionWhoseAnswerIsLostCountsAsSentWhenTheNodeKnowsIt() {
        String payee = someAddress();
        wire.lose(Loss.ANSWER, SEND);
        SubmissionView submission = submit("answer:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> !attempts(submission).isEmpty());

        wire.repair();
        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));

        assertThat(balance(payee)).isEqualTo(7);
    }

    @Test
    void keyIsUsedOnceAndMayBeTriedAnewAfterARefusal() {
        String key = "once:" + UUID.randomUUID();
        SubmissionView refused = submit(key, pay(someAddress(), 1_000_000_000));
        await().atMost(PATIENCE).until(() -> is(refused, SubmissionStatus.REFUSED));

        FunctionCall<Boolean> call = pay(someAddress(), 1);
        SubmissionView anew = submit(key, call);

        assertThat(anew.id()).isNotEqualTo(refused.id());
        assertThat(submit(key, call).id()).isEqualTo(anew.id());
        assertThatThrownBy(() -> submit(key, pay(someAddress(), 2))).isInstanceOf(KeyAlreadyUsed.class);
        assertThat(relay.findByKey(key).map(SubmissionView::id)).contains(anew.id());
        await().atMost(PATIENCE).until(() -> is(anew, SubmissionStatus.FINAL));
    }

    @Test
    void feeOfATransactionThatIsNotMinedIsRaised() {
        String payee = someAddress();
        long nonce = nonce();
        anvil.rpc("evm_setIntervalMining", 0);
        SubmissionView submission = submit("bump:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> attempts(submission).size() > 1);
        anvil.rpc("evm_setIntervalMining", 1);

        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));

        List<Attempt> attempts = attempts(submission);
        assertThat(attempts.stream().map(Attempt::nonce)).containsOnly(nonce);
        assertThat(new HashSet<>(attempts.stream().map(Attempt::hash).toList()))
                .contains(now(submission).transactionHash());
        assertThat(balance(payee)).isEqualTo(7);
    }

    @Test
    void callWhoseNonceWasTakenByAnotherTransactionGetsANewOne() {
        String payee = someAddress();
        wire.lose(Loss.REQUEST, SEND);
        SubmissionView submission = submit("taken:" + payee, pay(payee, 7));
        await().atMost(PATIENCE).until(() -> !attempts(submission).isEmpty());
        HolderWallet.send(anvil, ChainStack.RELAY_KEY, List.of(LocalToken.approve(payee, BigInteger.ONE)));
        wire.repair();

        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));

        assertThat(attempts(submission).stream().map(Attempt::nonce).distinct()).hasSize(2);
        assertThat(balance(payee)).isEqualTo(7);
    }

    @Test
    void anyoneMaySeeASubmission() {
        SubmissionView submission = submit("seen:" + UUID.randomUUID(), pay(someAddress(), 1));

        RestAssured.get("/api/submissions/" + submission.id())
                .then()
                .statusCode(200)
                .body("id", Matchers.startsWith("test-"))
                .body("key", Matchers.equalTo(submission.key()));
        RestAssured.get("/api/submissions/test-unknown").then().statusCode(404);
        await().atMost(PATIENCE).until(() -> is(submission, SubmissionStatus.FINAL));
    }
}
