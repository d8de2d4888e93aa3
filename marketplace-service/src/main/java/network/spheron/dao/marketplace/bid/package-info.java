/** Sealed bids: held with their terms, committed, revealed when bidding has closed. */
@NullMarked
package network.spheron.dao.marketplace.bid;

import org.jspecify.annotations.NullMarked;
