package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final String ADDRESS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
    private static final String HASH = "0x" + "ab".repeat(32);

    @Test
    void contractIsFoundByNameAndByAddress() {
        Contracts contracts = new Contracts(config(Map.of("contracts.\"bid-book\"", ADDRESS)));

        assertThat(contracts.address(ContractName.BID_BOOK)).isEqualTo(ADDRESS.toLowerCase(Locale.ROOT));
        assertThat(contracts.at(contracts.address(ContractName.BID_BOOK))).contains(ContractName.BID_BOOK);
    }

    @Test
    void nameMayComeFromAnEnvironmentVariable() {
        Contracts contracts = new Contracts(config(Map.of("contracts.bid.book", ADDRESS)));

        assertThat(contracts.at(ADDRESS.toLowerCase(Locale.ROOT))).contains(ContractName.BID_BOOK);
    }

    @Test
    void missingAndUnknownNamesAreTold() {
        assertThatThrownBy(() -> new Contracts(config(Map.of())).address(ContractName.TREASURY))
                .hasMessageContaining("spheron.chain.contracts.treasury is not set");
        assertThatThrownBy(() -> new Contracts(config(Map.of("contracts.bid-bok", ADDRESS))))
                .hasMessageContaining("bid-bok");
    }

    @Test
    void otherCodeThanConfiguredIsRefused() {
        Contracts contracts =
                new Contracts(config(Map.of("contracts.treasury", ADDRESS, "code-hashes.treasury", HASH)));
        try (TestChain anvil = TestChain.start();
                NodeConnection node =
                        NodeConnection.toChain(31337, URI.create(anvil.rpcUrl()), Duration.ofSeconds(10))) {
            assertThatThrownBy(() -> new CodeCheck(contracts).require(node))
                    .isInstanceOf(WrongChain.class)
                    .hasMessageContaining("spheron.chain.code-hashes.treasury is " + HASH);
        }
    }

    @Test
    void productionNeedsTheHashOfEveryContract() {
        Map<String, String> keys =
                Map.of("contracts.treasury", ADDRESS, "contracts.bid-book", ADDRESS, "code-hashes.treasury", HASH);

        assertThatThrownBy(() -> new Contracts(config(keys)).requireCodeHashes())
                .hasMessageContaining("spheron.chain.code-hashes.bid-book is not set");
    }

    @Test
    void contractsWithAllTheirHashesAreTaken() {
        Map<String, String> keys = Map.of("contracts.treasury", ADDRESS, "code-hashes.treasury", HASH);

        assertThatCode(() -> new Contracts(config(keys)).requireCodeHashes()).doesNotThrowAnyException();
    }

    private static ChainConfig config(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of(
                "spheron.chain.rpc-url", "http://localhost:1",
                "spheron.chain.chain-id", "31337",
                "spheron.chain.start-block", "1",
                "spheron.chain.relay-key", ChainStack.RELAY_KEY));
        keys.forEach((key, value) -> all.put("spheron.chain." + key, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withMapping(ChainConfig.class)
                .build()
                .getConfigMapping(ChainConfig.class);
    }
}
