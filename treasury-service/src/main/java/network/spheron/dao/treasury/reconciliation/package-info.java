/** Reconciliation: the ledger against the chain at one final block; a difference stops payouts. */
@NullMarked
package network.spheron.dao.treasury.reconciliation;

import org.jspecify.annotations.NullMarked;
