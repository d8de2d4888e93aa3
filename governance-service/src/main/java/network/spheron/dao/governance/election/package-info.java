/** The vote on a mandate's bids: opened and decided when due, ballots relayed, tallies and outcomes shown. */
@NullMarked
package network.spheron.dao.governance.election;

import org.jspecify.annotations.NullMarked;
