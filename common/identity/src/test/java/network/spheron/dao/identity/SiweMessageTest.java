package network.spheron.dao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiweMessageTest {
    private static final SiweMessage MESSAGE = new SiweMessage(
            "dao.example.org",
            "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
            "Link this wallet to ada.",
            URI.create("https://dao.example.org"),
            31337,
            "0123456789abcdef",
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2026-01-01T12:10:00Z"),
            "person-1");

    @Test
    void textIsInTheFormOfTheStandard() {
        assertThat(MESSAGE.text()).isEqualTo("""
                        dao.example.org wants you to sign in with your Ethereum account:
                        0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266

                        Link this wallet to ada.

                        URI: https://dao.example.org
                        Version: 1
                        Chain ID: 31337
                        Nonce: 0123456789abcdef
                        Issued At: 2026-01-01T12:00:00Z
                        Expiration Time: 2026-01-01T12:10:00Z
                        Request ID: person-1""");
    }

    @Test
    void textIsReadBack() {
        assertThat(SiweMessage.parse(MESSAGE.text())).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "Version: 1,Version: 2",
        "Nonce: 0123456789abcdef,Nonce: short",
        "Chain ID: 31337,Chain ID: main",
        "Issued At: 2026-01-01T12:00:00Z,Issued At: noon",
        "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266,0xf39F",
        "Request ID: person-1,Request ID: ",
        "URI: https://dao.example.org,URI: not a uri"
    })
    void anotherFormIsRefused(String part, String instead) {
        assertThatThrownBy(() -> SiweMessage.parse(MESSAGE.text().replace(part, instead)))
                .isInstanceOf(WalletProofRefused.class);
    }

    @Test
    void furtherLinesAreRefused() {
        assertThatThrownBy(() -> SiweMessage.parse(MESSAGE.text() + "\nResources:\n- x"))
                .isInstanceOf(WalletProofRefused.class);
    }
}
