/** Payouts: each milestone's amount is checked against the chain, then released to its payee or refunded to the treasury. */
@NullMarked
package network.spheron.dao.treasury.payout;

import org.jspecify.annotations.NullMarked;
