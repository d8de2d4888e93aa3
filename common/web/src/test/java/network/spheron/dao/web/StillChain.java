package network.spheron.dao.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/** A chain whose clock stands still, so that pages look the same every time. */
@Alternative
@Priority(1)
@ApplicationScoped
class StillChain implements ChainClock, ChainReader {
    static final long NOW = 1_800_000_000L;

    private final BlockRef block = new BlockRef(481_516, "0x" + "ab".repeat(32), NOW);

    @Override
    public long now() {
        return NOW;
    }

    @Override
    public BlockRef followed() {
        return block;
    }

    @Override
    public <R> R call(ContractName contract, FunctionCall<R> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R callAtFinal(ContractName contract, FunctionCall<R> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R simulate(ContractName contract, FunctionCall<R> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String address(ContractName contract) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long chainId() {
        return 31337;
    }

    @Override
    public String codeHash(ContractName contract) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BlockRef latest() {
        return block;
    }
}
