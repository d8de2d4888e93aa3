package network.spheron.dao.governance.sip;

import network.spheron.dao.web.Refusal;

/** Drafting needs a linked wallet, because only that wallet can propose the SIP later. */
final class NoWalletLinked extends Refusal {
    NoWalletLinked() {
        super(403, "no-wallet-linked", "link a wallet first: only the author's wallet can propose the SIP");
    }
}
