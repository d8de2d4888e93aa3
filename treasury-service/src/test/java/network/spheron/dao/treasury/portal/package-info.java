/** Tests of pages. */
@NullMarked
package network.spheron.dao.treasury.portal;

import org.jspecify.annotations.NullMarked;
