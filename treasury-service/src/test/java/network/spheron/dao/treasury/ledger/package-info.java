/** Tests of the ledger. */
@NullMarked
package network.spheron.dao.treasury.ledger;

import org.jspecify.annotations.NullMarked;
