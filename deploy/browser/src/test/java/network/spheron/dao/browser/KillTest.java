package network.spheron.dao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.journey.JobRun;
import network.spheron.dao.journey.Journey;
import network.spheron.dao.local.gate.RpcGate;
import network.spheron.dao.local.gate.SignedTransaction;
import network.spheron.dao.local.gate.Trouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One job, in the course of which every service is killed: it finishes all the same, and nothing is done twice. */
@Order(4)
class KillTest {
    private static final BigInteger QUORUM = BigInteger.valueOf(1_000_000);

    @TempDir
    static Path folder = Path.of("");

    private static SignedTransaction unsent = new SignedTransaction("", "", BigInteger.ZERO, "", "");

    @SuppressWarnings("NullAway.Init")
    private static Journey.Outcome outcome;

    @BeforeAll
    static void runAJobThroughFaults() throws InterruptedException {
        ThePlatform.sample();
        String treasury = ServerKeys.address("treasury");
        String release =
                MilestoneEscrow.release(BigInteger.ONE, BigInteger.ZERO).data();
        String releases = MilestoneEscrow.releaseBatch(List.of()).data();
        RpcGate gate = ThePlatform.gates().node("treasury");
        CompletableFuture<SignedTransaction> signed = gate.troubleSending(
                Trouble.REQUEST_LOST,
                transaction -> transaction.sender().equals(treasury)
                        && (transaction.calls(release) || transaction.calls(releases)));
        try (Kills kills = Kills.atRandomMoments()) {
            kills.once(signed, "treasury", gate::pass);
            outcome = kills.survive(() -> ThePlatform.jobs(kills.lines())
                    .files(resource("workstreams.csv"), resource("bids.csv"), "FAULTS-1", QUORUM));
            unsent = signed.orTimeout(1, TimeUnit.SECONDS).join();
            assertThat(kills.killed()).contains("governance", "marketplace", "treasury");
        }
    }

    @Test
    @Order(1)
    void jobReachesItsEnd() {
        Path report = folder.resolve("report.json");
        outcome.report().write(report);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        assertThat(JobRun.audit(report, new PrintStream(lines, true, StandardCharsets.UTF_8)))
                .as(lines.toString(StandardCharsets.UTF_8))
                .isTrue();
        assertThat(outcome.report().bids()).allMatch(bid -> "FUNDED".equals(bid.outcome()));
        assertThat(outcome.report().agreements())
                .flatMap(agreement -> agreement.milestones())
                .allMatch(milestone -> "PAID".equals(milestone.state()));
    }

    @Test
    @Order(2)
    void payoutThatWasSignedButNotSentGoesOutWithTheSameBytes() {
        List<SignedTransaction> sameNonce = ThePlatform.gates().node("treasury").passed().stream()
                .filter(sent ->
                        sent.sender().equals(unsent.sender()) && sent.nonce().equals(unsent.nonce()))
                .toList();
        assertThat(sameNonce).isNotEmpty();
        assertThat(sameNonce.get(0)).isEqualTo(unsent);
    }

    @Test
    @Order(3)
    void everyMilestoneIsPaidOnce() {
        Map<String, Integer> payments = new HashMap<>();
        ThePlatform.logs(ContractName.MILESTONE_ESCROW, MilestoneEscrow.MilestonePaid.TOPIC)
                .forEach(log -> {
                    MilestoneEscrow.MilestonePaid paid = MilestoneEscrow.MilestonePaid.decode(log.topics(), log.data());
                    payments.merge(paid.agreementId() + "/" + paid.milestone(), 1, Integer::sum);
                });
        assertThat(payments).isNotEmpty();
        assertThat(payments.values()).containsOnly(1);
    }

    @Test
    @Order(4)
    void everyNonceWasUsedInTurn() {
        ServerKeys.settledNonces().forEach((service, count) -> {
            TreeSet<Long> used = new TreeSet<>();
            ThePlatform.gates().node(service).passed().stream()
                    .filter(sent -> sent.sender().equals(ServerKeys.address(service)))
                    .forEach(sent -> used.add(sent.nonce().longValueExact()));
            assertThat(used)
                    .as(service)
                    .containsExactlyElementsOf(
                            LongStream.range(0, count).boxed().toList());
        });
    }

    private static Path resource(String name) {
        return Path.of("src", "test", "resources", "faults", name);
    }
}
