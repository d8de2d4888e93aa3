package network.spheron.dao.chain.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DeploymentTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
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
        assertThat(book.contracts()).hasSize(ContractName.values().length);
        assertThat(read(ContractName.TREASURY, Treasury.lineCount())).isEqualTo(BigInteger.ONE);
        assertThat(read(ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(book.address(ContractName.TREASURY))))
                .isEqualTo(BigInteger.valueOf(1_000_000));
        assertThat(read(ContractName.ROADMAP, Roadmap.phase())).isEqualTo(2);
    }

    @Test
    void secondRunChangesNothing() {
        AddressBook again = run(URI.create(anvil.rpcUrl()));

        assertThat(again.contracts()).isEqualTo(book.contracts());
        assertThat(again.codeHashes()).isEqualTo(book.codeHashes());
        try (NodeConnection node = NodeConnection.toAnyChain(URI.create(anvil.rpcUrl()), TIMEOUT)) {
            assertThat(node.transactionCount(Signatures.address(ChainStack.DEPLOYER_KEY), At.PENDING))
                    .isEqualTo(ContractName.values().length);
        }
    }

    @Test
    void interruptedRunGoesOnWhereItStopped() {
        try (TestChain other = TestChain.start();
                FaultyWire wire = FaultyWire.to(URI.create(other.rpcUrl()))) {
            wire.loseAfter(4, "eth_sendRawTransaction");
            assertThatThrownBy(() -> run(wire.url())).hasMessageContaining("did not answer");
            wire.repair();

            assertThat(run(wire.url()).contracts()).isEqualTo(book.contracts());
        }
    }

    @Test
    void bookSurvivesItsFile(@TempDir Path folder) {
        Path file = folder.resolve("contracts.json");

        book.write(file);

        assertThat(AddressBook.read(file)).isEqualTo(book);
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
