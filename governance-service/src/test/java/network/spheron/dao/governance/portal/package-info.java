/** Tests of what pages say. */
@NullMarked
package network.spheron.dao.governance.portal;

import org.jspecify.annotations.NullMarked;
