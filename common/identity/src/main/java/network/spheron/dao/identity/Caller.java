package network.spheron.dao.identity;

import java.util.Set;

/** The person behind the current request. Inject it; for a visitor {@link #isSignedIn()} is false. */
public interface Caller {
    boolean isSignedIn();

    /** Stable id of the person (OIDC {@code sub}). Throws {@link NotSignedIn} for a visitor. */
    String personId();

    /** The name to show (OIDC {@code preferred_username}). Throws {@link NotSignedIn} for a visitor. */
    String name();

    boolean hasRole(String role);

    /** Wallets that this person has linked now, lower-case hex; empty for a visitor. */
    Set<String> wallets();

    /** Wallets that this person has or had linked, for separation of duties. */
    Set<String> walletsEver();

    /**
     * Checks that the person has linked this wallet.
     *
     * @throws WalletNotLinked otherwise
     */
    void requireWallet(String address);
}
