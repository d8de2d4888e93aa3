/** Tests of who can vote. */
@NullMarked
package network.spheron.dao.governance.ballot;

import org.jspecify.annotations.NullMarked;
