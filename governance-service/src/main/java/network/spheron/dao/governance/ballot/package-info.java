/** What signed votes on proposals and signed ballots on bids have in common. */
@NullMarked
package network.spheron.dao.governance.ballot;

import org.jspecify.annotations.NullMarked;
