/** Work put out for bids: opened by a mandate, ended by an election. */
@NullMarked
package network.spheron.dao.marketplace.workstream;

import org.jspecify.annotations.NullMarked;
