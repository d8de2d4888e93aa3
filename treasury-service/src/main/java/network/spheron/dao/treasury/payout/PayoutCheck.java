package network.spheron.dao.treasury.payout;

import java.util.Optional;
import network.spheron.dao.chain.BlockRef;

/**
 * Something that must hold before the treasury's key signs a release or a refund.
 *
 * @param name stable; published when the check refuses a payout
 */
record PayoutCheck(String name, Rule rule) {
    @FunctionalInterface
    interface Rule {
        /** What does not hold at that final block, in words; empty when all is well. */
        Optional<String> difference(Payout payout, BlockRef block);
    }
}
