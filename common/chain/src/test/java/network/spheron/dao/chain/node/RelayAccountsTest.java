package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.Keystores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayAccountsTest {
    private static final String PASSWORD = "correct horse";

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

    @Test
    void keystoreIsOpenedWithItsPassword(@TempDir Path folder) {
        Path file = Keystores.write(ChainStack.SECOND_KEY, PASSWORD, folder);

        assertThat(accounts(keystore(file, PASSWORD, ChainStack.SECOND)).addresses())
                .containsExactly(ChainStack.SECOND);
        assertThatThrownBy(() -> accounts(keystore(file, PASSWORD + "r", ChainStack.SECOND)))
                .hasMessageContaining("spheron.chain.relay-keystores[0]: " + file + " cannot be opened")
                .hasMessageNotContaining(PASSWORD);
        assertThatThrownBy(() -> accounts(keystore(file, PASSWORD, ChainStack.RELAY)))
                .hasMessageContaining("spheron.chain.relay-keystores[0]: " + file + " holds the key of "
                        + ChainStack.SECOND + ", but the configuration says " + ChainStack.RELAY);
    }

    @Test
    void fileThatIsNoKeystoreIsNamedAndNotShown(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.json");
        Path bare = Files.writeString(folder.resolve("bare.json"), ChainStack.SECOND_KEY.substring(2));
        Path mislabelled = Keystores.write(ChainStack.SECOND_KEY, PASSWORD, folder);
        Files.writeString(
                mislabelled,
                Files.readString(mislabelled).replace(ChainStack.SECOND.substring(2), ChainStack.RELAY.substring(2)));

        assertThatThrownBy(() -> accounts(keystore(missing, PASSWORD, ChainStack.SECOND)))
                .hasMessageContaining(missing + " cannot be read, or is no keystore file");
        assertThatThrownBy(() -> accounts(keystore(bare, PASSWORD, ChainStack.SECOND)))
                .hasMessageContaining(bare + " cannot be read, or is no keystore file")
                .satisfies(failure ->
                        assertThat(stackTrace(failure)).doesNotContain(ChainStack.SECOND_KEY.substring(2, 20)));
        assertThatThrownBy(() -> accounts(keystore(mislabelled, PASSWORD, ChainStack.SECOND)))
                .hasMessageContaining("but the file says " + ChainStack.RELAY);
    }

    @Test
    void accountsOfASignerAreTakenWithoutAskingIt() {
        Map<String, String> signer =
                Map.of("relay-signer.url", "http://localhost:1", "relay-signer.accounts", ChainStack.SECOND);

        RelayAccounts accounts = accounts(signer);

        assertThat(accounts.addresses()).containsExactly(ChainStack.SECOND);
        accounts.close();
        assertThatThrownBy(() -> accounts(signer, true)).hasMessageContaining("relay-signer.accounts[0] belongs");
        assertThatThrownBy(() ->
                        accounts(Map.of("relay-signer.url", "http://localhost:1", "relay-signer.accounts", "0x12")))
                .hasMessageContaining("spheron.chain.relay-signer.accounts[0]: 0x12 is no address");
    }

    private static Map<String, String> keystore(Path file, String password, String address) {
        return Map.of(
                "relay-keystores[0].file", file.toString(),
                "relay-keystores[0].password", password,
                "relay-keystores[0].address", address);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
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
