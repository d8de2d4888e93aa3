/** Votes on proposals: signed ones relayed in batches, and all of them as the Governor counted them. */
@NullMarked
package network.spheron.dao.governance.voting;

import org.jspecify.annotations.NullMarked;
