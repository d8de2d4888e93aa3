package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.chain.fixture.ChainStack;
import org.junit.jupiter.api.Test;

class RelayAccountsTest {
    @Test
    void accountsOfEveryKindAreInTheOrderOfTheConfiguration() {
        RelayAccounts accounts = accounts(Map.of(
                "relay-key", ChainStack.RELAY_KEY, "relay-keys", ChainStack.SECOND_KEY + "," + ChainStack.HOLDER_KEY));

        assertThat(accounts.addresses()).containsExactly(ChainStack.RELAY, ChainStack.SECOND, ChainStack.HOLDER);
        assertThat(accounts.reader()).isEqualTo(ChainStack.RELAY);
        assertThat(accounts.signer(ChainStack.SECOND)).isPresent();
        assertThat(accounts.signer("0x" + "1".repeat(40))).isEmpty();
    }

    @Test
    void noAccountAtAllIsRefused() {
        assertThatThrownBy(() -> accounts(Map.of())).hasMessageContaining("spheron.chain.relay-key");
    }

    @Test
    void accountThatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> accounts(
                        Map.of("relay-key", ChainStack.RELAY_KEY, "relay-keys", ChainStack.RELAY_KEY.substring(2))))
                .hasMessageContaining("spheron.chain.relay-keys[0] names " + ChainStack.RELAY + " a second time");
    }

    @Test
    void badKeyIsNamedByItsPlaceAndNotShown() {
        assertThatThrownBy(
                        () -> accounts(Map.of("relay-keys", ChainStack.RELAY_KEY + "," + ChainStack.SECOND_KEY + "0")))
                .hasMessageContaining("spheron.chain.relay-keys[1]")
                .hasMessageNotContaining(ChainStack.SECOND_KEY.substring(2, 20));
    }

    @Test
    void publishedAccountIsRefusedInProduction() {
        String own = "0x" + "7".repeat(64);

        assertThat(accounts(Map.of("relay-key", own), true).addresses()).hasSize(1);
        assertThatThrownBy(() -> accounts(Map.of("relay-key", ChainStack.RELAY_KEY), true))
                .hasMessageContaining("spheron.chain.relay-key belongs")
                .hasMessageContaining(ChainStack.RELAY);
        assertThatThrownBy(() -> accounts(Map.of("relay-key", own, "relay-keys", ChainStack.SECOND_KEY), true))
                .hasMessageContaining("spheron.chain.relay-keys[0] belongs")
                .hasMessageContaining(ChainStack.SECOND);
    }

    private static RelayAccounts accounts(Map<String, String> keys) {
        return accounts(keys, false);
    }

    private static RelayAccounts accounts(Map<String, String> keys, boolean production) {
        Map<String, String> all = new HashMap<>(Map.of(
                "spheron.chain.rpc-url", "http://localhost:1",
                "spheron.chain.chain-id", "31337",
                "spheron.chain.start-block", "1"));
        keys.forEach((key, value) -> all.put("spheron.chain." + key, value));
        return new RelayAccounts(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDiscoveredConverters()
                        .withSources(new PropertiesConfigSource(all, "test", 100))
                        .withMapping(ChainConfig.class)
                        .build()
                        .getConfigMapping(ChainConfig.class),
                production);
    }
}
