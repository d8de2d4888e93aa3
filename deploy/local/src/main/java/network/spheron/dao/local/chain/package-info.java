/** The local chain as the launcher sees it: JSON-RPC calls and the clock. */
@NullMarked
package network.spheron.dao.local.chain;

import org.jspecify.annotations.NullMarked;
