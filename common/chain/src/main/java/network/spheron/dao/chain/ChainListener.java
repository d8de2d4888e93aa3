package network.spheron.dao.chain;

import java.util.Optional;
import java.util.Set;
import network.spheron.dao.contracts.ContractName;

/**
 * Writes a service's read models from the logs of some contracts. Any CDI bean of this type is called with every final
 * log in chain order, inside the transaction that also moves the cursor, exactly once.
 */
public interface ChainListener {
    /** The contracts whose logs this listener wants. */
    Set<ContractName> contracts();

    /**
     * A name of its own, never changed, for a listener that may meet a database whose service follows the chain already: one
     * for a new contract or a new type of event. It is told everything since the start block, alone and in a transaction per
     * page, while the others go on; then it is told with them. Empty for those there from the beginning.
     */
    default Optional<String> addedAs() {
        return Optional.empty();
    }

    /** Applies one log; unknown events are ignored. An exception rolls the whole page back, and it is tried again. */
    void on(ChainLog log);
}
