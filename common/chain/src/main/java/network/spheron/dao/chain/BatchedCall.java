package network.spheron.dao.chain;

import java.util.List;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/**
 * A contract's way to do in one transaction what many calls ask for. Any CDI bean of this type is used by the relay when
 * several such calls wait at once. Each of them stays a submission of its own, settled on its own: one that had no effect
 * in the common transaction is sent alone, and meets its own success or refusal there.
 */
public interface BatchedCall {
    /** The contract that is called. */
    ContractName contract();

    /** The name of the function that one call alone would use, such as {@code release}. */
    String function();

    /**
     * One call that does what all of them would. Whatever the contract has against one must not undo the others.
     *
     * @param calls the data of at least two calls of {@link #function()}, 0x-prefixed hex
     */
    FunctionCall<?> together(List<String> calls);

    /**
     * Whether one of the calls took effect.
     *
     * @param call its data, 0x-prefixed hex
     * @param logs what the contract logged in the common transaction
     */
    boolean tookEffect(String call, List<NodeLog> logs);
}
