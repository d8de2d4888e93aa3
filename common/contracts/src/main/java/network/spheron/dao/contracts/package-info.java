/** Bindings to the DAO's contracts: they encode calls and decode results, events and errors, and do nothing else. */
@NullMarked
package network.spheron.dao.contracts;

import org.jspecify.annotations.NullMarked;
