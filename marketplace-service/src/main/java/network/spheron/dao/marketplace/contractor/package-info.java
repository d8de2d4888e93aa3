/** What a contractor has bid for and agreed to. */
@NullMarked
package network.spheron.dao.marketplace.contractor;

import org.jspecify.annotations.NullMarked;
