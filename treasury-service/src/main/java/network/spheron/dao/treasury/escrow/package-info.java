/** Agreements: funded from awards within their mandate, and held in escrow by milestone. */
@NullMarked
package network.spheron.dao.treasury.escrow;

import org.jspecify.annotations.NullMarked;
