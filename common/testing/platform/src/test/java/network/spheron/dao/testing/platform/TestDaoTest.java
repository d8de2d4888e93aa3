package network.spheron.dao.testing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.Test;

class TestDaoTest {
    @Test
    void everyContractIsDeployedOnce() {
        AddressBook first = TestDao.addresses();

        assertThat(first.contracts()).hasSize(ContractName.ofEveryDeployment().size());
        assertThat(TestDao.addresses()).isEqualTo(first);
        String code = TestChain.shared()
                .rpc("eth_getCode", first.address(ContractName.MILESTONE_ESCROW), "latest")
                .asText();
        assertThat(code).hasSizeGreaterThan(1_000);
    }

    @Test
    void resourceGivesAServiceWhatItNeeds() {
        PlatformResource resource = new PlatformResource();
        resource.init(Map.of("service", "marketplace"));

        Map<String, String> configuration = resource.start();

        assertThat(configuration)
                .containsEntry("spheron.service.name", "marketplace")
                .containsEntry("spheron.chain.chain-id", String.valueOf(TestChain.CHAIN_ID))
                .containsKeys(
                        "spheron.chain.rpc-url",
                        "spheron.chain.relay-key",
                        "spheron.chain.contracts.bid-book",
                        "spheron.chain.code-hashes.bid-book",
                        "kafka.bootstrap.servers",
                        "quarkus.datasource.jdbc.url",
                        "spheron.identity.issuer");
    }
}
