package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.MinedTransaction;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;

/** The chain at one block, by the names of the contracts. */
final class OnChain {
    /** Blocks per request for logs; some nodes refuse more. */
    private static final long PAGE = 2_000;

    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    private final NodeConnection node;
    private final AddressBook book;
    private final long block;

    OnChain(NodeConnection node, AddressBook book, long block) {
        this.node = node;
        this.book = book;
        this.block = block;
    }

    <R> R call(ContractName contract, FunctionCall<R> call) {
        return callAt(address(contract), call);
    }

    <R> R callAt(String address, FunctionCall<R> call) {
        return call.decode(node.call(NOBODY, address, call.data(), At.block(block)));
    }

    String address(ContractName contract) {
        return book.address(contract);
    }

    AddressBook book() {
        return book;
    }

    String code(ContractName contract) {
        return node.code(address(contract));
    }

    String codeHash(ContractName contract) {
        return node.codeHash(address(contract));
    }

    /** The policy that decides now: the one deployed, or the one that a vote has put in its place. */
    String policy() {
        return call(ContractName.DAO_GOVERNOR, DaoGovernor.policy());
    }

    /** What a contract has of a token; of the native coin, which the treasury knows as the zero address, at the latest block. */
    BigInteger held(String token, ContractName holder) {
        return token.equals(NOBODY)
                ? node.balance(address(holder))
                : callAt(token, LocalToken.balanceOf(address(holder)));
    }

    /** The transaction that created it; empty for a token that is older than the DAO. */
    Optional<MinedTransaction> creation(ContractName contract) {
        return Optional.ofNullable(book.transactions().get(contract.key())).flatMap(node::transaction);
    }

    /** The contract's name; the address of one that is none of the DAO's. */
    String nameOf(String address) {
        return book.contracts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(address);
    }

    /** The address with the name of its contract, if it is one of the DAO's. */
    String named(String address) {
        if (address.equals(NOBODY)) return "the native coin";
        String name = nameOf(address);
        return name.equals(address) ? address : address + " (" + name + ")";
    }

    /** The logs of the contract in the transaction that created it. */
    List<NodeLog> logsOfCreation(ContractName contract) {
        return creation(contract)
                .map(made -> node.logs(made.blockNumber(), made.blockNumber(), List.of(address(contract))).stream()
                        .filter(log -> log.transactionHash().equals(made.hash()))
                        .toList())
                .orElse(List.of());
    }

    /** Gives every log of a contract to a reader, in the order of the chain. */
    void logs(ContractName contract, Consumer<NodeLog> reader) {
        logs(address(contract), reader);
    }

    void logs(String address, Consumer<NodeLog> reader) {
        for (long from = book.startBlock(); from <= block; from += PAGE) {
            long to = Math.min(from + PAGE - 1, block);
            node.logs(from, to, List.of(address)).forEach(reader);
        }
    }
}
