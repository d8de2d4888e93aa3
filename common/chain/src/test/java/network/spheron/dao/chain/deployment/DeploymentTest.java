package network.spheron.dao.chain.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.utils.Numeric;

@SuppressWarnings("NullAway.Init")
class DeploymentTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static TestChain anvil;
    private static AddressBook book;

    @BeforeAll
    static void deploy() {
        anvil = TestChain.start();
        book = run(URI.create(anvil.rpcUrl()));
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    @Test
    void contractsKnowEachOther() {
        assertThat(book.contracts()).hasSize(ContractName.ofEveryDeployment().size());
        assertThat(read(ContractName.TREASURY, Treasury.lineCount())).isEqualTo(BigInteger.ONE);
        assertThat(read(ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(book.address(ContractName.TREASURY))))
                .isEqualTo(BigInteger.valueOf(1_000_000));
        assertThat(read(ContractName.ROADMAP, Roadmap.phase())).isEqualTo(2);
    }

    @Test
    void longestCourseCountsEveryExtension() {
        DeploymentPlan.Voting voting = ChainStack.plan().voting();

        assertThat(read(ContractName.DAO_GOVERNOR, DaoGovernor.MOST_EXTENSIONS()))
                .isEqualTo(DeploymentPlan.Voting.MOST_EXTENSIONS);
        assertThat(voting.longestCourse(ProposalClass.MANDATE)).isEqualTo(1 + 10 + 4 * 1 + 1);
    }

    @Test
    void secondRunChangesNothing() {
        AddressBook again = run(URI.create(anvil.rpcUrl()));

        assertThat(again).isEqualTo(book);
        try (NodeConnection node = NodeConnection.toAnyChain(URI.create(anvil.rpcUrl()), TIMEOUT)) {
            assertThat(node.transactionCount(Signatures.address(ChainStack.DEPLOYER_KEY), At.PENDING))
                    .isEqualTo(ContractName.ofEveryDeployment().size());
        }
    }

    @Test
    void interruptedRunGoesOnWhereItStopped() {
        try (TestChain other = TestChain.start();
                FaultyWire wire = FaultyWire.to(URI.create(other.rpcUrl()))) {
            wire.loseAfter(4, "eth_sendRawTransaction");
            assertThatThrownBy(() -> run(wire.url())).hasMessageContaining("did not answer");
            wire.repair();

            AddressBook whole = run(wire.url());

            assertThat(whole.contracts()).isEqualTo(book.contracts());
            assertThat(whole.transactions()).hasSameSizeAs(whole.contracts());
            assertThat(firstBlock(other, whole)).isEqualTo(whole.startBlock()).isPositive();
        }
    }

    @Test
    void whatTheNodeForgetsIsSentAgain() {
        try (TestChain other = TestChain.start()) {
            other.rpc("evm_setIntervalMining", 0);
            CompletableFuture<AddressBook> running =
                    CompletableFuture.supplyAsync(() -> run(URI.create(other.rpcUrl())));
            String all =
                    Numeric.encodeQuantity(BigInteger.valueOf(book.contracts().size()));
            await().atMost(PATIENCE)
                    .until(() ->
                            other.rpc("txpool_status").get("pending").asText().equals(all));

            other.rpc("anvil_dropAllTransactions");
            other.rpc("evm_setIntervalMining", 1);

            assertThat(running)
                    .succeedsWithin(PATIENCE)
                    .extracting(AddressBook::contracts)
                    .isEqualTo(book.contracts());
        }
    }

    @Test
    void anotherPlanIsNotMixedIntoWhatIsThere() {
        DeploymentPlan plan = ChainStack.plan();
        DeploymentPlan other = new DeploymentPlan(
                plan.genesis() + 1,
                plan.serviceEntity(),
                plan.guardian(),
                plan.publisher(),
                plan.votes(),
                plan.payments(),
                plan.stewards(),
                plan.threshold(),
                plan.lines(),
                plan.floors(),
                plan.voting(),
                plan.elections(),
                plan.challenges());

        assertThatThrownBy(() -> Deployment.run(URI.create(anvil.rpcUrl()), ChainStack.DEPLOYER_KEY, other))
                .hasMessageContaining("roadmap was deployed with other arguments")
                .hasMessageContaining(book.transactions().get("roadmap"));
    }

    @Test
    void accountWithAnotherPastIsRefused() {
        try (TestChain other = TestChain.start()) {
            other.rpc(
                    "eth_sendTransaction",
                    Map.of("from", Signatures.address(ChainStack.DEPLOYER_KEY), "to", ChainStack.HOLDER));
            other.mine(1);

            assertThatThrownBy(() -> run(URI.create(other.rpcUrl())))
                    .hasMessageContaining("was used for something else than this deployment");
        }
    }

    @Test
    void bookSurvivesItsFile(@TempDir Path folder) {
        Path file = folder.resolve("contracts.json");

        book.write(file);

        assertThat(AddressBook.read(file)).isEqualTo(book);
    }

    private static long firstBlock(TestChain chain, AddressBook book) {
        return book.transactions().values().stream()
                .map(hash -> chain.rpc("eth_getTransactionReceipt", hash)
                        .get("blockNumber")
                        .asText())
                .mapToLong(Long::decode)
                .min()
                .orElseThrow();
    }

    private static AddressBook run(URI url) {
        return Deployment.run(url, ChainStack.DEPLOYER_KEY, ChainStack.plan());
    }

    private static <R> R read(ContractName name, FunctionCall<R> call) {
        try (NodeConnection node = NodeConnection.toAnyChain(URI.create(anvil.rpcUrl()), TIMEOUT)) {
            return call.decode(node.call(ChainStack.HOLDER, book.address(name), call.data(), At.LATEST));
        }
    }
}
