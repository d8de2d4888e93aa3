/** Tests of {@code milestone}. */
@NullMarked
package network.spheron.dao.marketplace.milestone;

import org.jspecify.annotations.NullMarked;
