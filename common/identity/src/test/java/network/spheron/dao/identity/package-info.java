/** Proofs of control over wallets, and what is kept of them. */
@NullMarked
package network.spheron.dao.identity;

import org.jspecify.annotations.NullMarked;
