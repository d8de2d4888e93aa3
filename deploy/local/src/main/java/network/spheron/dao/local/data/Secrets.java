package network.spheron.dao.local.data;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords and keys of this stack: made at random when first asked for, kept readable by the owner only. */
public final class Secrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Settings settings;

    public Secrets(DataDirectory data) {
        this.settings = new Settings(data.resolve("secrets.properties"));
    }

    /** The secret of this name, if it was ever asked for. */
    public synchronized Optional<String> find(String name) {
        return settings.get(name);
    }

    /** The secret of this name. */
    public synchronized String get(String name) {
        return find(name).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            settings.put(name, secret);
            return secret;
        });
    }
}
