package network.spheron.dao.chain;

/** A contract refused a call. */
public class CallReverted extends RuntimeException {
    private final String error;

    /**
     * @param error the contract's error by name, such as {@code BiddingClosed}, or {@code Reverted} when it gave none
     * @param detail the error with its values, such as {@code BiddingClosed(biddingEnds=1700000000)}
     */
    public CallReverted(String error, String detail) {
        super(detail);
        this.error = error;
    }

    /** The contract's error by name. */
    public String error() {
        return error;
    }
}
