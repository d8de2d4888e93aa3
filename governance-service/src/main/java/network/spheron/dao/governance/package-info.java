/** Drafting SIPs, voting on them and on bids, and the members who do so. */
@NullMarked
package network.spheron.dao.governance;

import org.jspecify.annotations.NullMarked;
