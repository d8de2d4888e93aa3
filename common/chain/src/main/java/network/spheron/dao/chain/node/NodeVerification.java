package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;

/** Makes sure, once per start and before anything is followed or sent, that the contracts are the configured ones. */
@Singleton
public class NodeVerification {
    private final NodeConnection node;
    private final Contracts contracts;
    private volatile boolean passed;

    NodeVerification(NodeConnection node, Contracts contracts) {
        this.node = node;
        this.contracts = contracts;
    }

    /**
     * Compares code hashes where they are configured.
     *
     * @throws WrongChain naming the first contract that differs
     */
    public void require() {
        if (passed) return;
        node.chainId();
        contracts.codeHashes().forEach((name, expected) -> {
            String actual = node.codeHash(contracts.address(name));
            if (!actual.equals(expected)) {
                throw new WrongChain("the code of " + name.key() + " at " + contracts.address(name) + " has hash "
                        + actual + ", but spheron.chain.code-hashes." + name.key() + " is " + expected);
            }
        });
        passed = true;
    }
}
