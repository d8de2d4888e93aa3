/** Tests of awards. */
@NullMarked
package network.spheron.dao.treasury.escrow;

import org.jspecify.annotations.NullMarked;
