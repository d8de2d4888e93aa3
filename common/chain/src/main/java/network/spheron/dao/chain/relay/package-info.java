/** Sends transactions with the service's gas-paying key, each domain fact at most once, through crashes. */
@NullMarked
package network.spheron.dao.chain.relay;

import org.jspecify.annotations.NullMarked;
