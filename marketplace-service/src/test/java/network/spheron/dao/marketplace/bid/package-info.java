/** Tests of {@code bid}. */
@NullMarked
package network.spheron.dao.marketplace.bid;

import org.jspecify.annotations.NullMarked;
