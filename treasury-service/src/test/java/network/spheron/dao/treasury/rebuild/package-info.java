/** Tests of what can be rebuilt. */
@NullMarked
package network.spheron.dao.treasury.rebuild;

import org.jspecify.annotations.NullMarked;
