package network.spheron.dao.chain.node;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/** Reads contracts through the configured node. */
@ApplicationScoped
class NodeReader implements ChainReader {
    private final NodeConnection node;
    private final Contracts contracts;
    private final RelayKey relayKey;
    private final ChainConfig config;

    NodeReader(NodeConnection node, Contracts contracts, RelayKey relayKey, ChainConfig config) {
        this.node = node;
        this.contracts = contracts;
        this.relayKey = relayKey;
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
    public <R> R simulate(ContractName contract, FunctionCall<R> call) {
        return at(At.PENDING, contract, call);
    }

    private <R> R at(At at, ContractName contract, FunctionCall<R> call) {
        return call.decode(node.call(relayKey.address(), contracts.address(contract), call.data(), at));
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
    public String codeHash(ContractName contract) {
        return node.codeHash(contracts.address(contract));
    }

    @Override
    public BlockRef latest() {
        return node.header(At.LATEST).block();
    }
}
