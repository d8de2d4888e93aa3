/** A background thread that works in rounds until it is closed. */
@NullMarked
package network.spheron.dao.chain.loop;

import org.jspecify.annotations.NullMarked;
