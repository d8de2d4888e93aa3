package network.spheron.dao.chain.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The accounts that development chains ship with: their keys are public, so that anybody can act for them. */
public final class PublishedAccounts {
    private PublishedAccounts() {}

    /** Whether anybody can sign for this address. */
    public static boolean include(String address) {
        try (InputStream list =
                Objects.requireNonNull(PublishedAccounts.class.getResourceAsStream("published-accounts.txt"))) {
            String published = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
            return published.lines().anyMatch(address.toLowerCase(Locale.ROOT)::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
