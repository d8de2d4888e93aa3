/** The connection to a node: configuration, JSON-RPC, reading contracts, and the reasons contracts give. */
@NullMarked
package network.spheron.dao.chain.node;

import org.jspecify.annotations.NullMarked;
