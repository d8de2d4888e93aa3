package network.spheron.dao.governance.ballot;

/** How a signed vote or ballot stands that was handed to the relay. */
public enum RelayedStatus {
    /** On its way to the contract. */
    PENDING,
    /** The contract has counted it. */
    COUNTED,
    /** The contract has refused it, or the transaction that carried it failed. */
    REFUSED
}
