package network.spheron.dao.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import network.spheron.dao.chain.signing.Signatures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks for proofs of control over a wallet and checks them. What is checked on every reading: form, domain, chain,
 * address, person and signature. What is checked only when the wallet is linked: that this platform issued the nonce for
 * this person, and that it is recent.
 */
@ApplicationScoped
public class WalletProofs {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityConfig config;
    private final long chainId;
    private final Clock clock;

    @Inject
    WalletProofs(IdentityConfig config, @ConfigProperty(name = "spheron.chain.chain-id") long chainId) {
        this(config, chainId, Clock.systemUTC());
    }

    WalletProofs(IdentityConfig config, long chainId, Clock clock) {
        this.config = config;
        this.chainId = chainId;
        this.clock = clock;
    }

    /**
     * The message that links a wallet to a person when the wallet signs it within ten minutes.
     *
     * @param name how the person is called, for the signer to read
     */
    public SiweMessage request(String person, String name, String address) {
        if (!address.matches("0x[0-9a-fA-F]{40}")) {
            throw new WalletProofRefused("an address is 0x and 40 hex digits");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new SiweMessage(
                config.origin().getAuthority(),
                address.toLowerCase(Locale.ROOT),
                "Link this wallet to " + name.replaceAll("\\s+", " ") + ". This costs nothing and moves nothing.",
                config.origin(),
                chainId,
                nonce(person, now),
                now,
                now.plus(GOOD_FOR),
                person);
    }

    /**
     * Checks an answer to {@link #request}.
     *
     * @throws WalletProofRefused with what does not hold
     */
    public SiweMessage checkFresh(String person, String text, String signature) {
        SiweMessage message = check(person, text, signature);
        Instant now = clock.instant();
        if (now.isAfter(message.expiresAt())
                || message.issuedAt().plus(GOOD_FOR).isBefore(now)) {
            throw new WalletProofRefused("the message has expired; ask for a new one");
        }
        if (message.issuedAt().isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new WalletProofRefused("the message is from the future");
        }
        if (!isOurs(message.nonce(), person, message.issuedAt())) {
            throw new WalletProofRefused("the nonce was not issued to you here");
        }
        return message;
    }

    /**
     * Checks a proof of any age.
     *
     * @throws WalletProofRefused with what does not hold
     */
    public SiweMessage check(String person, String text, String signature) {
        SiweMessage message = SiweMessage.parse(text);
        if (!message.domain().equals(config.origin().getAuthority())
                || !message.uri().equals(config.origin())) {
            throw new WalletProofRefused("the message is for " + message.domain() + ", not for this portal");
        }
        if (message.chainId() != chainId) {
            throw new WalletProofRefused("the message is for chain " + message.chainId());
        }
        if (!message.person().equals(person)) {
            throw new WalletProofRefused("the message is for another person");
        }
        if (!Signatures.isBy(message.address(), Signatures.textDigest(text), signature)) {
            throw new WalletProofRefused("the signature is not by " + message.address());
        }
        return message;
    }

    private String nonce(String person, Instant issuedAt) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String seed = HexFormat.of().formatHex(random);
        return seed + mac(seed, person, issuedAt);
    }

    private boolean isOurs(String nonce, String person, Instant issuedAt) {
        if (nonce.length() != 96) {
            return false;
        }
        String expected = mac(nonce.substring(0, 32), person, issuedAt);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                nonce.substring(32).getBytes(StandardCharsets.US_ASCII));
    }

    private String mac(String seed, String person, Instant issuedAt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = ("wallet-nonce:" + config.sessionSecret()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] said = (seed + "|" + issuedAt.getEpochSecond() + "|" + person).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(said));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
