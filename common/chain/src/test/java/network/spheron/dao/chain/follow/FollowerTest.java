package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.chain.fixture.SeenLogs;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@SuppressWarnings("NullAway.Init")
class FollowerTest extends FollowScenario {
    @Inject
    Follower follower;

    @Inject
    PageSource source;

    @Inject
    SeenLogs seen;

    @Inject
    Advances advances;

    @Inject
    DataSource database;

    @Singleton
    static class Advances {
        private final List<Long> blocks = new CopyOnWriteArrayList<>();

        void advanced(@Observes ChainAdvanced event) {
            blocks.add(event.block().number());
        }
    }

    @AfterEach
    void repair() {
        wire.repair();
    }

    @Test
    void clockAdvancesWithBlocksThatHaveNoLogs() {
        long then = clock.now();
        int told = advances.blocks.size();

        await().atMost(PATIENCE).until(() -> clock.now() >= then + 3);

        assertThat(advances.blocks).hasSizeGreaterThan(told).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void logIsAppliedOnceThoughListenersAndNodeFail() {
        seen.failNext(3);
        List<String> transactions = new ArrayList<>(HolderWallet.pay(anvil, 4));
        wire.lose(Loss.ANSWER, "eth_getLogs");
        transactions.addAll(HolderWallet.pay(anvil, 4));
        wire.repair();

        await().atMost(PATIENCE)
                .until(() -> seen.timesSeen(transactions).stream().noneMatch(times -> times == 0));
        assertThat(seen.timesSeen(transactions)).containsOnly(1L);
    }

    @Test
    void replicasThatRaceApplyEachLogOnce() {
        wire.lose(Loss.REQUEST, "eth_getLogs");
        List<String> transactions = HolderWallet.pay(anvil, 12);
        long mined = source.finalHead().block().number() + 3;
        await().atMost(PATIENCE).until(() -> source.finalHead().block().number() > mined);
        wire.repair();
        List<CompletableFuture<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(CompletableFuture.runAsync(() -> {
                for (int page = 0; page < 20; page++) follower.followPage(source.finalHead());
            }));
        }
        replicas.forEach(CompletableFuture::join);

        await().atMost(PATIENCE).until(() -> clock.followed().number() > mined);
        assertThat(seen.timesSeen(transactions)).containsOnly(1L);
    }

    @Test
    void pagesShrinkToWhatTheNodeAllows() {
        wire.lose(Loss.REQUEST, "eth_getLogs");
        List<String> transactions = HolderWallet.pay(anvil, 4);
        anvil.mine(60);
        long mined = anvil.blockNumber() - 2;
        wire.repair();
        wire.allowBlocks(2);

        await().atMost(PATIENCE).until(() -> clock.followed().number() >= mined);
        assertThat(wire.refused()).isBetween(1, 3);
        assertThat(seen.timesSeen(transactions)).containsOnly(1L);
    }

    @Test
    void blockThatTheNodeDoesNotTellIsNamed() {
        wire.refuse("eth_getLogs", -32005, "query returned more than 10000 results");
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(Matchers.containsString("does not tell the logs of block "
                                + (clock.followed().number() + 1) + " alone")));
    }

    @Test
    void logsOfANodeThatIsBehindAreNotTaken() {
        wire.lose(Loss.REQUEST, "eth_getLogs");
        List<String> transactions = HolderWallet.pay(anvil, 4);
        wire.repair();
        wire.forget("eth_getLogs");

        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(Matchers.containsString("does not have the block")));
        wire.repair();
        await().atMost(PATIENCE)
                .until(() -> seen.timesSeen(transactions).stream().noneMatch(times -> times == 0));
        assertThat(seen.timesSeen(transactions)).containsOnly(1L);
    }

    @Test
    void anotherReplicaFollowsWhenTheOneThatDoesIsGone() throws SQLException {
        try (Connection replica = database.getConnection();
                Connection other = database.getConnection()) {
            long lost;
            replica.setAutoCommit(false);
            try (Statement statement = replica.createStatement()) {
                // Waits for the page that is being followed, and then follows until it is cut off.
                statement.execute("select pg_advisory_xact_lock(hashtext('spheron.chain.follower'))");
                try (ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
                    result.next();
                    lost = result.getLong(1);
                }
            }
            long then = clock.followed().number();
            await().atMost(PATIENCE).until(() -> source.finalHead().block().number() > then + 2);
            assertThat(clock.followed().number()).isEqualTo(then);

            try (PreparedStatement statement = other.prepareStatement("select pg_terminate_backend(?::int)")) {
                statement.setLong(1, lost);
                statement.execute();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> clock.followed().number() > then);
        }
    }

    @Test
    void readinessTellsThatTheNodeDoesNotAnswer() {
        wire.lose(Loss.REQUEST, "eth_getBlockByNumber");
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(Matchers.containsString("did not answer")));

        wire.repair();
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }
}
