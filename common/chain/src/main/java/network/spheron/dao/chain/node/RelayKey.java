package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;

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

    /** Refuses an account that anybody can spend from. */
    static void requireUnpublished(String address) {
        if (PublishedAccounts.include(address)) {
            throw new IllegalStateException("spheron.chain.relay-key belongs to the published demo account " + address
                    + "; production needs a key of its own");
        }
    }
}
