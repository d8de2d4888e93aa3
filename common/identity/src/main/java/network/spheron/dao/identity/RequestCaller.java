package network.spheron.dao.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller as the token says, with the wallets that this service has seen proof of. */
@RequestScoped
class RequestCaller implements Caller {
    private final SecurityIdentity identity;
    private final LinkedWallets linkedWallets;

    RequestCaller(SecurityIdentity identity, LinkedWallets linkedWallets) {
        this.identity = identity;
        this.linkedWallets = linkedWallets;
    }

    @Override
    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    @Override
    public String personId() {
        requireSignedIn();
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    @Override
    public String name() {
        requireSignedIn();
        return identity.getPrincipal().getName();
    }

    @Override
    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    @Override
    public Set<String> wallets() {
        return isSignedIn() ? linkedWallets.currentOf(personId()) : Set.of();
    }

    @Override
    public Set<String> walletsEver() {
        return isSignedIn() ? linkedWallets.everOf(personId()) : Set.of();
    }

    @Override
    public void requireWallet(String address) {
        requireSignedIn();
        if (!wallets().contains(address.toLowerCase(Locale.ROOT))) {
            throw new WalletNotLinked(address);
        }
    }

    private void requireSignedIn() {
        if (identity.isAnonymous()) {
            throw new NotSignedIn();
        }
    }
}
