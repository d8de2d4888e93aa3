/** Mandates: what passed votes allow the treasury to pay for. */
@NullMarked
package network.spheron.dao.treasury.mandate;

import org.jspecify.annotations.NullMarked;
