package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FakeSigner;
import network.spheron.dao.chain.fixture.FakeSigner.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteSignerTest {
    private static final AccountKey.Unsigned ASKED = new AccountKey.Unsigned(
            31337,
            7,
            50_000,
            ChainStack.HOLDER,
            "0x095ea7b3",
            new Fees(BigInteger.valueOf(2_000_000_000), BigInteger.valueOf(1_000_000_000)));

    private final FakeSigner fake = FakeSigner.of(ChainStack.RELAY_KEY);
    private final SignerConnection connection = new SignerConnection(fake.url(), Duration.ofMillis(500));
    private final RemoteSigner signer = new RemoteSigner(connection, ChainStack.RELAY);

    @AfterEach
    void close() {
        connection.close();
        fake.close();
    }

    @Test
    void signatureIsTheSameAsThatOfTheKeyItself() {
        assertThat(signer.sign(ASKED))
                .isEqualTo(AccountKey.of(ChainStack.RELAY_KEY).sign(ASKED));
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_CHAIN, [chain]",
        "OTHER_NONCE, [nonce]",
        "OTHER_TO, [to]",
        "OTHER_DATA, [data]",
        "OTHER_GAS, [gas]",
        "OTHER_MAX_FEE, [max fee]",
        "OTHER_PRIORITY_FEE, [priority fee]",
        "SOME_VALUE, [value]",
        "ACCESS_LIST, something else than asked",
        "OTHER_KEY, instead of 0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
        "LEGACY, no signed transaction of EIP-1559",
        "UNSIGNED, no signed transaction of EIP-1559",
        "NOISE, no transaction",
        "NOTHING, answered nothing",
        "ERROR, the vault is locked",
        "SILENCE, did not answer eth_signTransaction"
    })
    void anythingElseThanWhatWasAskedIsRefused(Behaviour behaviour, String why) {
        fake.behaves(behaviour);

        assertThatThrownBy(() -> signer.sign(ASKED))
                .isInstanceOf(SignerUnavailable.class)
                .hasMessageContaining(why);

        fake.behaves(Behaviour.HONEST);
        assertThat(signer.sign(ASKED).hash()).hasSize(66);
    }

    @Test
    void accountThatTheSignerDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> new RemoteSigner(connection, ChainStack.SECOND).sign(ASKED))
                .isInstanceOf(SignerUnavailable.class)
                .hasMessageContaining("does not have the key of " + ChainStack.SECOND);
    }

    @Test
    void signerThatIsNotThereIsWaitedFor() {
        fake.close();

        assertThatThrownBy(() -> signer.sign(ASKED)).isInstanceOf(SignerUnavailable.class);
    }
}
