package network.spheron.dao.chain;

import java.util.Optional;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/** Reads contracts through the node, outside any record of what was followed. */
public interface ChainReader {
    /**
     * Calls a view function at the latest block.
     *
     * @throws CallReverted with the contract's reason
     * @throws ChainUnavailable when the node does not answer
     */
    <R> R call(ContractName contract, FunctionCall<R> call);

    /** Calls a view function at the last final block; throws as {@link #call}. */
    <R> R callAtFinal(ContractName contract, FunctionCall<R> call);

    /** Calls a view function at one block, such as the one just followed; throws as {@link #call}. */
    <R> R callAt(BlockRef block, ContractName contract, FunctionCall<R> call);

    /** Runs a call as the relay key would send it, without sending; throws as {@link #call}. */
    <R> R simulate(ContractName contract, FunctionCall<R> call);

    /** The address under which a contract is deployed, lower-case hex. */
    String address(ContractName contract);

    /** The chain's id (EIP-155), as configured and verified against the node at start. */
    long chainId();

    /** A contract whose code on chain is not the configured one, if there is any. */
    Optional<ContractName> foreignCode();

    /** The newest block the node knows, which may not be final. */
    BlockRef latest();
}
