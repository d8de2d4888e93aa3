/** Tests of the election among bids. */
@NullMarked
package network.spheron.dao.governance.election;

import org.jspecify.annotations.NullMarked;
