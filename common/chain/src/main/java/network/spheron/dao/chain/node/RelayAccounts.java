package network.spheron.dao.chain.node;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The accounts that pay the gas of this service's transactions, in the order in which they are configured. */
@Singleton
public class RelayAccounts {
    private final boolean production;
    private @Nullable SignerConnection connection;
    private final Map<String, Signer> signers = new LinkedHashMap<>();

    @Inject
    RelayAccounts(ChainConfig config) {
        this(config, Production.isActive());
    }

    /** In production, accounts that anybody can spend from are refused. */
    RelayAccounts(ChainConfig config, boolean production) {
        this.production = production;
        config.relayKey().ifPresent(key -> add("relay-key", () -> AccountKey.of(key.strip())));
        addAll("relay-keys", config.relayKeys().orElseGet(List::of), key -> AccountKey.of(key.strip()));
        addAll(
                "relay-keystores",
                config.relayKeystores(),
                each -> new KeystoreFile(each.file()).open(each.password(), each.address()));
        config.relaySigner().ifPresent(signer -> {
            SignerConnection opened = new SignerConnection(signer.url(), config.requestTimeout());
            connection = opened;
            addAll("relay-signer.accounts", signer.accounts(), account -> remote(opened, account));
        });
        if (signers.isEmpty()) {
            throw new IllegalStateException("no account can send: set spheron.chain.relay-key, .relay-keys,"
                    + " .relay-keystores or .relay-signer");
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

    private <T> void addAll(String name, List<T> configured, Function<T, Signer> opening) {
        for (int i = 0; i < configured.size(); i++) {
            T each = configured.get(i);
            add(name + "[" + i + "]", () -> opening.apply(each));
        }
    }

    private void add(String name, Supplier<Signer> opening) {
        Signer signer;
        try {
            signer = opening.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("spheron.chain." + name + ": " + e.getMessage(), e);
        }
        if (production && PublishedAccounts.include(signer.address())) {
            throw new IllegalStateException("spheron.chain." + name + " belongs to the published demo account "
                    + signer.address() + "; production needs one of its own");
        }
        if (signers.putIfAbsent(signer.address(), signer) != null) {
            throw new IllegalStateException("spheron.chain." + name + " names " + signer.address() + " a second time");
        }
    }

    private static Signer remote(SignerConnection connection, String account) {
        if (!account.matches("0x[0-9a-fA-F]{40}")) throw new IllegalArgumentException(account + " is no address");
        return new RemoteSigner(connection, account.toLowerCase(Locale.ROOT));
    }

    @PreDestroy
    void close() {
        if (connection != null) connection.close();
    }

    @Override
    public String toString() {
        return "RelayAccounts" + addresses();
    }
}
