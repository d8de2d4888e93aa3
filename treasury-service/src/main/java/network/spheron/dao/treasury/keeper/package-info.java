/** Keepers: what the chain's clock has made due is done once per block, piece by piece. */
@NullMarked
package network.spheron.dao.treasury.keeper;

import org.jspecify.annotations.NullMarked;
