package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.contracts.ContractName;

/** Where each contract is deployed, as configured. */
@Singleton
public class Contracts {
    private final Map<ContractName, String> addresses = new EnumMap<>(ContractName.class);
    private final Map<String, ContractName> names = new HashMap<>();
    private final Map<ContractName, String> codeHashes = new EnumMap<>(ContractName.class);

    Contracts(ChainConfig config) {
        config.contracts().forEach((key, address) -> {
            ContractName name = byKey(key);
            addresses.put(name, address.toLowerCase(Locale.ROOT));
            names.put(address.toLowerCase(Locale.ROOT), name);
        });
        config.codeHashes().forEach((key, hash) -> codeHashes.put(byKey(key), hash.toLowerCase(Locale.ROOT)));
    }

    /** The contract's address, lower-case hex. */
    public String address(ContractName name) {
        String address = addresses.get(name);
        if (address == null) throw new IllegalStateException("spheron.chain.contracts." + name.key() + " is not set");
        return address;
    }

    /** The contract at an address, if it is one of the DAO's. */
    public Optional<ContractName> at(String address) {
        return Optional.ofNullable(names.get(address));
    }

    /**
     * Refuses a configuration that says where a contract is but not what it is.
     *
     * @throws IllegalStateException naming the property that is missing
     */
    void requireCodeHashes() {
        for (ContractName name : addresses.keySet()) {
            if (!codeHashes.containsKey(name)) {
                throw new IllegalStateException("spheron.chain.code-hashes." + name.key()
                        + " is not set; production checks the code of every contract");
            }
        }
    }

    /** The hashes that the deployed code must have. */
    Map<ContractName, String> codeHashes() {
        return codeHashes;
    }

    // An environment variable cannot carry a dash: SPHERON_CHAIN_CONTRACTS_BID_BOOK arrives as "bid.book".
    private static ContractName byKey(String key) {
        String normal = key.toLowerCase(Locale.ROOT).replace('.', '-').replace('_', '-');
        for (ContractName name : ContractName.values()) {
            if (name.key().equals(normal)) return name;
        }
        throw new IllegalArgumentException("spheron.chain names an unknown contract: " + key);
    }
}
