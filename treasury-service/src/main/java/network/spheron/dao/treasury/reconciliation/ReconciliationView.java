package network.spheron.dao.treasury.reconciliation;

import java.util.List;

/**
 * The last comparison of the ledger with the chain.
 *
 * @param at the block's time, in seconds since the epoch
 * @param clean no difference was found; payouts stop while it is false
 */
public record ReconciliationView(long blockNumber, long at, boolean clean, List<Difference> differences) {
    static ReconciliationView of(Reconciliation reconciliation) {
        return new ReconciliationView(
                reconciliation.blockNumber, reconciliation.at, reconciliation.clean, reconciliation.differences);
    }
}
