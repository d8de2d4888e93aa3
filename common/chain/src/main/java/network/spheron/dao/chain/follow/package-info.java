/** Follows the chain's final blocks into the read models, each log exactly once. */
@NullMarked
package network.spheron.dao.chain.follow;

import org.jspecify.annotations.NullMarked;
