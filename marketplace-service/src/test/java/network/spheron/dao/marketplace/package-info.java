/** Tests of the marketplace on a real database, broker and chain. */
@NullMarked
package network.spheron.dao.marketplace;

import org.jspecify.annotations.NullMarked;
