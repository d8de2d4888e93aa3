package network.spheron.dao.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.ProposalPolicy;
import org.junit.jupiter.api.Test;

class DemoKeysTest {
    @Test
    void keysAreThoseOfTheTestMnemonic() {
        assertThat(DemoKeys.address(DemoKeys.DEPLOYER)).isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
        assertThat(DemoKeys.privateKey(DemoKeys.DEPLOYER))
                .isEqualTo("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        assertThat(DemoKeys.address("alice")).isEqualTo(DemoKeys.address(4));
        assertThat(DemoKeys.address("steward3")).isEqualTo(DemoKeys.address(9));
        assertThat(DemoKeys.address("contractor8")).isEqualTo(DemoKeys.address(17));
    }

    @Test
    void everySetOfTheRosterReachesAnySum() {
        BigInteger sum = BigInteger.ZERO;
        for (int power = 0; power < DemoKeys.ROSTER_SET_SIZE; power++) {
            sum = sum.add(DemoKeys.tokenHolders().get(DemoKeys.rosterIndex(DemoKeys.RosterSet.NO, power)));
        }

        assertThat(sum).isEqualTo(BigInteger.TWO.pow(36).subtract(BigInteger.ONE));
    }

    @Test
    void noTwoHoldersShareAKey() {
        assertThat(DemoKeys.tokenHolders()).hasSize(DemoKeys.logins().size() + 3 * DemoKeys.ROSTER_SET_SIZE);
        assertThat(new HashSet<>(LocalPlan.from(Instant.EPOCH).votes().keySet()))
                .hasSameSizeAs(DemoKeys.tokenHolders().keySet());
    }

    @Test
    void aliceAloneMeetsTheQuorumAndTheProposalThreshold() {
        DeploymentPlan plan = LocalPlan.from(Instant.EPOCH);
        BigInteger supply = plan.votes().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        ProposalPolicy.Rules rules =
                Objects.requireNonNull(plan.voting().rules().get(ProposalClass.MANDATE));
        BigInteger quorum =
                supply.multiply(BigInteger.valueOf(rules.quorumBps())).divide(BigInteger.valueOf(10_000));

        BigInteger alice = plan.votes().getOrDefault(DemoKeys.address("alice"), BigInteger.ZERO);

        assertThat(alice)
                .isGreaterThan(quorum)
                .isGreaterThan(rules.quorumFloor())
                .isGreaterThan(plan.voting().proposalThreshold());
    }

    @Test
    void everyWalletHasALoginAndNoSecretStandsInTheRealm() throws IOException {
        JsonNode realm =
                new ObjectMapper().readTree(DemoKeysTest.class.getResourceAsStream("/keycloak/spheron-realm.json"));
        Set<String> logins = new HashSet<>();
        realm.path("users").forEach(user -> logins.add(user.path("username").asText()));

        assertThat(logins).containsAll(DemoKeys.logins());
        assertThat(realm.path("clients").path(0).path("secret").asText()).startsWith("${");
        assertThat(realm.toString()).doesNotContain("\"value\":\"" + DemoKeys.PASSWORD);
    }
}
