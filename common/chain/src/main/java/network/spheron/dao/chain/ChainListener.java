package network.spheron.dao.chain;

import java.util.Set;
import network.spheron.dao.contracts.ContractName;

/**
 * Writes a service's read models from the logs of some contracts. Any CDI bean of this type is called with every final
 * log in chain order, inside the transaction that also moves the cursor, exactly once.
 */
public interface ChainListener {
    /** The contracts whose logs this listener wants. */
    Set<ContractName> contracts();

    /** Applies one log; unknown events are ignored. An exception rolls the whole page back, and it is tried again. */
    void on(ChainLog log);
}
