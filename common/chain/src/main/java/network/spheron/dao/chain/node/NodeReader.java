package network.spheron.dao.chain.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/** Reads contracts through the configured node. */
@ApplicationScoped
class NodeReader implements ChainReader {
    private final NodeConnection node;
    private final Contracts contracts;
    private final RelayAccounts accounts;
    private final ChainConfig config;

    NodeReader(NodeConnection node, Contracts contracts, RelayAccounts accounts, ChainConfig config) {
        this.node = node;
        this.contracts = contracts;
        this.accounts = accounts;
        this.config = config;
    }

    @Override
    public <R> R call(ContractName contract, FunctionCall<R> call) {
        return at(At.LATEST, contract, call);
    }

    @Override
    public <R> R callAtFinal(ContractName contract, FunctionCall<R> call) {
        return at(At.FINAL, contract, call);
    }

    @Override
    public <R> R callAt(BlockRef block, ContractName contract, FunctionCall<R> call) {
        return at(At.block(block.number()), contract, call);
    }

    @Override
    public <R> R simulate(ContractName contract, FunctionCall<R> call) {
        return at(At.PENDING, contract, call);
    }

    private <R> R at(At at, ContractName contract, FunctionCall<R> call) {
        return call.decode(node.call(accounts.reader(), contracts.address(contract), call.data(), at));
    }

    @Override
    public String address(ContractName contract) {
        return contracts.address(contract);
    }

    @Override
    public long chainId() {
        return config.chainId();
    }

    @Override
    public Optional<ContractName> foreignCode() {
        return contracts.codeHashes().entrySet().stream()
                .filter(expected -> !expected.getValue().equals(node.codeHash(contracts.address(expected.getKey()))))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public BlockRef latest() {
        return node.header(At.LATEST).block();
    }
}
