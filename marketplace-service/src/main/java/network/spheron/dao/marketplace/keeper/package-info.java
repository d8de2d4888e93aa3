/** Sending what the chain's clock has made due. */
@NullMarked
package network.spheron.dao.marketplace.keeper;

import org.jspecify.annotations.NullMarked;
