/** What must hold after every fault, read from chain, ledger, outbox, inbox and the client's own record. */
@NullMarked
package network.spheron.dao.faults.check;

import org.jspecify.annotations.NullMarked;
