package network.spheron.dao.identity;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.WalletLinked;
import network.spheron.dao.messaging.EventHandler;

/** Keeps what governance publishes about wallets, once the proof has been checked here as well. */
@ApplicationScoped
class RememberWallet implements EventHandler<WalletLinked> {
    private final WalletProofs proofs;
    private final LinkedWallets linkedWallets;

    RememberWallet(WalletProofs proofs, LinkedWallets linkedWallets) {
        this.proofs = proofs;
        this.linkedWallets = linkedWallets;
    }

    @Override
    public Class<WalletLinked> type() {
        return WalletLinked.class;
    }

    @Override
    public void handle(WalletLinked event) {
        SiweMessage proof = proofs.check(event.person(), event.message(), event.signature());
        if (!proof.address().equals(event.wallet())) {
            throw new WalletProofRefused("the proof is for " + proof.address() + ", not for " + event.wallet());
        }
        linkedWallets.apply(event);
    }
}
