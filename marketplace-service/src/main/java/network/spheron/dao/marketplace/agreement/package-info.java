/** Winning bids as contracts whose money lies in escrow. */
@NullMarked
package network.spheron.dao.marketplace.agreement;

import org.jspecify.annotations.NullMarked;
