package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import network.spheron.dao.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Who may write, and who may go on with a SIP. */
@ApplicationScoped
class Authors {
    private final Caller caller;

    Authors(Caller caller) {
        this.caller = caller;
    }

    /**
     * The caller as an author.
     *
     * @param wallet a linked wallet, or null for the first linked one
     * @throws NoWalletLinked when the caller has none
     */
    Author author(@Nullable String wallet) {
        if (wallet == null || wallet.isBlank()) {
            String first = caller.wallets().stream().sorted().findFirst().orElseThrow(NoWalletLinked::new);
            return new Author(caller.personId(), caller.name(), first);
        }
        String address = wallet.strip().toLowerCase(Locale.ROOT);
        caller.requireWallet(address);
        return new Author(caller.personId(), caller.name(), address);
    }

    /**
     * Checks that the caller wrote the SIP.
     *
     * @throws NotTheAuthor otherwise
     */
    void requireAuthor(Sip sip) {
        if (!sip.author().person().equals(caller.personId())) {
            throw new NotTheAuthor(sip.author().name());
        }
    }
}
