/** Following the chain, reading it and sending to it; the only code that holds a node connection. */
@NullMarked
package network.spheron.dao.chain;

import org.jspecify.annotations.NullMarked;
