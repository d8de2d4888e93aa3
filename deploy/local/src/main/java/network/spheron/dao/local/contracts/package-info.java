/** {@code deploy/contracts}: puts the contracts on any chain from one file, and reports what is there. */
@NullMarked
package network.spheron.dao.local.contracts;

import org.jspecify.annotations.NullMarked;
