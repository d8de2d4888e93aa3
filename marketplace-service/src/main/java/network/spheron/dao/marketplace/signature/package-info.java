/** Signatures that people give, and the refusal of those that do not fit. */
@NullMarked
package network.spheron.dao.marketplace.signature;

import org.jspecify.annotations.NullMarked;
