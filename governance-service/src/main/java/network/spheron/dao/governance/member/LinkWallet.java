package network.spheron.dao.governance.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.LinkedWallets;
import network.spheron.dao.identity.WalletProofs;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** The caller proves control of a wallet (ERC-4361), or ends a link; the other services are told, with the proof. */
@ApplicationScoped
public class LinkWallet {
    private final Caller caller;
    private final LinkedWallets wallets;
    private final WalletProofs proofs;
    private final Outbox outbox;

    LinkWallet(Caller caller, LinkedWallets wallets, WalletProofs proofs, Outbox outbox) {
        this.caller = caller;
        this.wallets = wallets;
        this.proofs = proofs;
        this.outbox = outbox;
    }

    /** The message to sign. */
    public SignRequest request(@Nullable String address) {
        String wallet = SignedFields.address("address", address);
        String message =
                proofs.request(caller.personId(), caller.name(), wallet).text();
        return SignRequest.message(
                        message,
                        List.of(
                                "Prove that you control the wallet " + wallet + ".",
                                "The signature costs nothing and moves nothing."))
                .returning(Map.of("message", message));
    }

    /** Links the wallet that signed the message. */
    @Transactional
    public void link(@Nullable String message, @Nullable String signature) {
        if (message == null || message.isBlank()) {
            throw new InvalidField("message", "is required");
        }
        String signed = SignedFields.bytes("signature", signature);
        // Browsers send line breaks in forms as CR LF; the wallet signed LF.
        outbox.publish(wallets.link(caller.personId(), message.replace("\r\n", "\n"), signed));
    }

    /** Ends the link of a wallet. */
    @Transactional
    public void unlink(String address) {
        outbox.publish(wallets.unlink(caller.personId(), SignedFields.address("address", address)));
    }
}
