/** Payouts: every approved milestone is checked against the chain, then released to its payee. */
@NullMarked
package network.spheron.dao.treasury.payout;

import org.jspecify.annotations.NullMarked;
