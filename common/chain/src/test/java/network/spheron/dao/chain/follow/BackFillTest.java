package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.chain.fixture.LateLogs;
import network.spheron.dao.chain.fixture.SeenLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ChainStack.class)
@SuppressWarnings("NullAway.Init")
class BackFillTest extends FollowScenario {
    @Inject
    BackFill backFill;

    @Inject
    Latecomers latecomers;

    @Inject
    SeenLogs seen;

    @Inject
    LateLogs late;

    @AfterEach
    void repair() {
        late.failOn(log -> false);
        wire.repair();
    }

    @Test
    void listenerThatWasThereFromTheBeginningNeedsNoBackFill() {
        assertThat(latecomers.joined()).containsExactly(LateLogs.NAME);
    }

    @Test
    void latecomerIsFilledWhileTheOthersGoOn() {
        followed(HolderWallet.pay(anvil, 4));
        late.failOn(log -> true);
        late.forget();

        followed(HolderWallet.pay(anvil, 4));
        assertThat(latecomers.joined()).isEmpty();

        late.failOn(log -> false);
        List<String> joining = HolderWallet.pay(anvil, 8);
        await().atMost(PATIENCE).until(() -> latecomers.joined().contains(LateLogs.NAME));
        followed(joining);
        followed(HolderWallet.pay(anvil, 4));
        assertThat(late.differences()).isZero();
    }

    @Test
    void latecomerThatFailsInTheMiddleIsFilledFromThere() {
        followed(HolderWallet.pay(anvil, 4));
        anvil.mine(20);
        List<String> recent = HolderWallet.pay(anvil, 4);
        followed(recent);
        late.failOn(log -> recent.contains(log.transactionHash()));
        late.forget();
        await().atMost(PATIENCE).until(() -> filled() > 20);
        followed(HolderWallet.pay(anvil, 1));
        assertThat(filled()).isLessThan(clock.followed().number());
        assertThat(latecomers.joined()).isEmpty();

        late.failOn(log -> false);
        await().atMost(PATIENCE).until(() -> latecomers.joined().contains(LateLogs.NAME));
        assertThat(late.differences()).isZero();
    }

    @Test
    void replicasThatRaceTellALatecomerEachLogOnce() {
        followed(HolderWallet.pay(anvil, 8));
        anvil.mine(30);
        late.forget();
        List<CompletableFuture<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(CompletableFuture.runAsync(() -> {
                for (int page = 0; page < 20; page++) backFill.fillPage(LateLogs.NAME, late);
            }));
        }
        List<String> meanwhile = HolderWallet.pay(anvil, 8);
        replicas.forEach(CompletableFuture::join);
        await().atMost(PATIENCE).until(() -> latecomers.joined().contains(LateLogs.NAME));

        followed(meanwhile);
        assertThat(late.differences()).isZero();
    }

    private long filled() {
        return latecomers.read(LateLogs.NAME).map(BlockRef::number).orElse(0L);
    }

    private void followed(List<String> transactions) {
        await().atMost(PATIENCE)
                .until(() -> seen.timesSeen(transactions).stream().noneMatch(times -> times == 0));
    }
}
