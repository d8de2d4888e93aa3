package network.spheron.dao.chain.follow;

/** A block that was final, and was followed, is no longer part of the chain. What was read from it may be wrong. */
class ChainChanged extends RuntimeException {
    ChainChanged(String message) {
        super(message);
    }
}
