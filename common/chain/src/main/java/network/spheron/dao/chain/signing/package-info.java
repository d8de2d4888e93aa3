/** Typed data that wallets sign (EIP-712) and the recovery of who signed it. */
@NullMarked
package network.spheron.dao.chain.signing;

import org.jspecify.annotations.NullMarked;
