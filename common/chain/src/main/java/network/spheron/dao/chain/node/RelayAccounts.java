package network.spheron.dao.chain.node;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that pay the gas of this service's transactions, in the order in which they are configured. */
@Singleton
public class RelayAccounts {
    private final boolean production;
    private final Map<String, Signer> signers = new LinkedHashMap<>();

    @Inject
    RelayAccounts(ChainConfig config) {
        this(config, Production.isActive());
    }

    /** In production, accounts that anybody can spend from are refused. */
    RelayAccounts(ChainConfig config, boolean production) {
        this.production = production;
        config.relayKey().ifPresent(key -> add("relay-key", key(key, "relay-key")));
        List<String> keys = config.relayKeys().orElseGet(List::of);
        for (int i = 0; i < keys.size(); i++) {
            String name = "relay-keys[" + i + "]";
            add(name, key(keys.get(i), name));
        }
        if (signers.isEmpty()) {
            throw new IllegalStateException("no account can send: set spheron.chain.relay-key or .relay-keys");
        }
    }

    /** The accounts, lower-case hex. */
    public List<String> addresses() {
        return new ArrayList<>(signers.keySet());
    }

    /** The account in whose name contracts are read, lower-case hex. */
    public String reader() {
        return signers.keySet().iterator().next();
    }

    /** Signs for that account; empty when it is not, or no longer, one of these. */
    public Optional<Signer> signer(String address) {
        return Optional.ofNullable(signers.get(address));
    }

    private void add(String name, Signer signer) {
        if (production && PublishedAccounts.include(signer.address())) {
            throw new IllegalStateException("spheron.chain." + name + " belongs to the published demo account "
                    + signer.address() + "; production needs one of its own");
        }
        if (signers.putIfAbsent(signer.address(), signer) != null) {
            throw new IllegalStateException("spheron.chain." + name + " names " + signer.address() + " a second time");
        }
    }

    private static Signer key(String hex, String name) {
        try {
            return AccountKey.of(hex.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("spheron.chain." + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "RelayAccounts" + addresses();
    }
}
