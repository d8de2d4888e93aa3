package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The account that pays the gas of this service's transactions. */
@Singleton
public class RelayKey {
    private final AccountKey key;

    RelayKey(ChainConfig config) {
        try {
            this.key = AccountKey.of(config.relayKey());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("spheron.chain.relay-key: " + e.getMessage(), e);
        }
        if (Production.isActive()) {
            requireUnpublished(address());
        }
    }

    /** The account that sends, lower-case hex. */
    public String address() {
        return key.address();
    }

    /** Signs a transaction of this account. */
    public AccountKey.Signed sign(AccountKey.Unsigned unsigned) {
        return key.sign(unsigned);
    }

    /** Refuses the accounts that development chains ship with: anybody can spend from them. */
    static void requireUnpublished(String address) {
        try (InputStream list = Objects.requireNonNull(RelayKey.class.getResourceAsStream("published-accounts.txt"))) {
            String published = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
            if (published.lines().noneMatch(address::equals)) return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("spheron.chain.relay-key belongs to the published demo account " + address
                + "; production needs a key of its own");
    }
}
