/** The ledger: double entry, integers only, never updated; every entry is a fact of the chain. */
@NullMarked
package network.spheron.dao.treasury.ledger;

import org.jspecify.annotations.NullMarked;
