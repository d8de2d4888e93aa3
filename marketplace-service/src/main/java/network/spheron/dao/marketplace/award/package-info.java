/** What the election decided about each bid, and why. */
@NullMarked
package network.spheron.dao.marketplace.award;

import org.jspecify.annotations.NullMarked;
