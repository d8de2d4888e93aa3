package network.spheron.dao.marketplace.evaluation;

import network.spheron.dao.web.Refusal;

/** The wallet is none of the stewards on chain. */
final class NotASteward extends Refusal {
    NotASteward(String wallet) {
        super(403, "not-a-steward", "Wallet " + wallet + " is not a steward.");
    }
}
