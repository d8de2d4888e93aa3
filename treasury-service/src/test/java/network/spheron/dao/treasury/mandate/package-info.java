/** Tests of mandates. */
@NullMarked
package network.spheron.dao.treasury.mandate;

import org.jspecify.annotations.NullMarked;
