package network.spheron.dao.treasury.payout;

import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.treasury.stop.PaymentGate;

/**
 * Something that must hold before the treasury's key signs a release or a refund.
 *
 * @param name stable; published when the check refuses a payout
 */
record PayoutCheck(String name, Rule rule) {
    @FunctionalInterface
    interface Rule {
        /** What speaks against the payout's call at that final block; empty when all is well. */
        Optional<Objection> objection(Payout payout, BlockRef block);
    }

    /** What this check has against it; it refuses what a contract refuses to answer. */
    Optional<Objection> objection(Payout payout, BlockRef block) {
        try {
            return rule.objection(payout, block);
        } catch (CallReverted reverted) {
            return Optional.of(
                    PaymentGate.hasRefused(reverted.error())
                            ? new Objection.NotYet(block.timestamp())
                            : new Objection.Refusal(name, "the contract refuses: " + reverted.getMessage()));
        }
    }
}
