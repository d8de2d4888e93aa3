package network.spheron.dao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.TestKeys.TestKey;
import org.junit.jupiter.api.Test;

class WalletProofsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final TestKey WALLET = TestKeys.key(5);
    private static final TestKey OTHER = TestKeys.key(6);

    private final WalletProofs proofs = proofsAt(NOW, "https://dao.example.org", "secret-of-the-portal");

    @Test
    void signedRequestIsAProof() {
        String text = request();

        SiweMessage proof = proofs.checkFresh("person-1", text, signed(text, WALLET));

        assertThat(proof.address()).isEqualTo(WALLET.address());
        assertThat(text).contains("Link this wallet to ada.");
    }

    @Test
    void anotherWalletsSignatureIsRefused() {
        String text = request();

        assertRefused(() -> proofs.checkFresh("person-1", text, signed(text, OTHER)), "not by " + WALLET.address());
    }

    @Test
    void anotherPersonCannotUseTheProof() {
        String text = request();

        assertRefused(() -> proofs.check("person-2", text, signed(text, WALLET)), "for another person");
    }

    @Test
    void anotherPortalsMessageIsRefused() {
        String text = proofsAt(NOW, "https://evil.example", "secret-of-the-portal")
                .request("person-1", "ada", WALLET.address())
                .text();

        assertRefused(() -> proofs.check("person-1", text, signed(text, WALLET)), "evil.example");
    }

    @Test
    void anotherChainsMessageIsRefused() {
        String text = request().replace("Chain ID: 31337", "Chain ID: 1");

        assertRefused(() -> proofs.check("person-1", text, signed(text, WALLET)), "chain 1");
    }

    @Test
    void proofIsTakenForTenMinutesAndReadForEver() {
        String text = request();
        WalletProofs later =
                proofsAt(NOW.plus(Duration.ofMinutes(11)), "https://dao.example.org", "secret-of-the-portal");

        assertRefused(() -> later.checkFresh("person-1", text, signed(text, WALLET)), "expired");
        assertThat(later.check("person-1", text, signed(text, WALLET)).address())
                .isEqualTo(WALLET.address());
    }

    @Test
    void nonceThatWasNotIssuedHereIsRefused() {
        String text = proofsAt(NOW, "https://dao.example.org", "guessed")
                .request("person-1", "ada", WALLET.address())
                .text();

        assertRefused(() -> proofs.checkFresh("person-1", text, signed(text, WALLET)), "nonce");
    }

    @Test
    void stretchedExpiryDoesNotHelp() {
        String text =
                request().replace("Expiration Time: 2026-01-01T12:10:00Z", "Expiration Time: 2027-01-01T12:10:00Z");
        WalletProofs later = proofsAt(NOW.plus(Duration.ofHours(1)), "https://dao.example.org", "secret-of-the-portal");

        assertRefused(() -> later.checkFresh("person-1", text, signed(text, WALLET)), "expired");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertRefused(() -> proofs.request("person-1", "ada", "0x12\nURI: https://evil.example"), "address");
    }

    private String request() {
        return proofs.request("person-1", "ada", WALLET.address()).text();
    }

    private static String signed(String text, TestKey wallet) {
        return wallet.sign(Signatures.textDigest(text));
    }

    private static void assertRefused(Runnable check, String reason) {
        assertThatThrownBy(check::run).isInstanceOf(WalletProofRefused.class).hasMessageContaining(reason);
    }

    private static WalletProofs proofsAt(Instant now, String origin, String secret) {
        IdentityConfig config = new IdentityConfig() {
            @Override
            public URI origin() {
                return URI.create(origin);
            }

            @Override
            public Optional<String> issuer() {
                return Optional.empty();
            }

            @Override
            public String clientSecret() {
                return "";
            }

            @Override
            public String sessionSecret() {
                return secret;
            }
        };
        return new WalletProofs(config, 31337, Clock.fixed(now, ZoneOffset.UTC));
    }
}
