/** Tests of payouts. */
@NullMarked
package network.spheron.dao.treasury.payout;

import org.jspecify.annotations.NullMarked;
