package network.spheron.dao.chain.node;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** The key that pays the gas of this service's transactions. It never leaves this class. */
@Singleton
public class RelayKey {
    private final Credentials credentials;

    RelayKey(ChainConfig config) {
        this(config.relayKey(), ConfigUtils.isProfileActive("prod"));
    }

    RelayKey(String privateKey, boolean production) {
        this.credentials = credentials(privateKey);
        if (production && isPublished(address())) {
            throw new IllegalStateException("spheron.chain.relay-key is a published demo key (" + address()
                    + "); production needs a key of its own");
        }
    }

    /** The account that sends, lower-case hex. */
    public String address() {
        return credentials.getAddress();
    }

    /** A transaction's signed bytes and the hash under which the chain will know it. */
    public Signed sign(RawTransaction transaction) {
        byte[] bytes = TransactionEncoder.signMessage(transaction, credentials);
        return new Signed(Numeric.toHexString(bytes), Numeric.toHexString(Hash.sha3(bytes)));
    }

    /** A signed transaction; both 0x-prefixed hex. */
    public record Signed(String rawTransaction, String hash) {}

    // The parse error of a bad key would carry the key into the log.
    private static Credentials credentials(String privateKey) {
        if (!privateKey.matches("(0x)?[0-9a-fA-F]{64}")) {
            throw new IllegalStateException("spheron.chain.relay-key is not a private key of 64 hex digits");
        }
        return Credentials.create(privateKey);
    }

    // Accounts of the mnemonic that development chains ship with.
    private static boolean isPublished(String address) {
        try (InputStream list = Objects.requireNonNull(RelayKey.class.getResourceAsStream("published-accounts.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .anyMatch(address::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "RelayKey[" + address() + "]";
    }
}
