/** Stops of all outflows by the stewards, as the Treasury contract says. */
@NullMarked
package network.spheron.dao.treasury.stop;

import org.jspecify.annotations.NullMarked;
