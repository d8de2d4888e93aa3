package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;

/** The contracts' code on the node is the configured one, where a hash is configured. */
@Singleton
class CodeCheck implements NodeCheck {
    private final Contracts contracts;

    CodeCheck(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void require(NodeConnection node) {
        contracts.codeHashes().forEach((name, expected) -> {
            String actual = node.codeHash(contracts.address(name));
            if (!actual.equals(expected)) {
                throw new WrongChain("the code of " + name.key() + " at " + contracts.address(name) + " has hash "
                        + actual + ", but spheron.chain.code-hashes." + name.key() + " is " + expected);
            }
        });
    }
}
