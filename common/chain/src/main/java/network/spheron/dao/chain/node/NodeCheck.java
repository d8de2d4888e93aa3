package network.spheron.dao.chain.node;

/** What must be true of a node before it is asked anything. CDI beans of this type are asked about each endpoint. */
@FunctionalInterface
public interface NodeCheck {
    /**
     * Asks that node, and no other.
     *
     * @throws WrongChain saying what it found and what it expected
     */
    void require(NodeConnection node);
}
