package network.spheron.dao.chain.node;

/** Whatever can sign for one account: a key that this process holds, or a signer that is asked for each transaction. */
public interface Signer {
    /** The account, lower-case hex. */
    String address();

    /**
     * Signs a transaction that carries no value (EIP-1559). What it returns is that transaction, signed by that account.
     *
     * @throws SignerUnavailable when there is no such signature now; it may be asked for again
     */
    AccountKey.Signed sign(AccountKey.Unsigned unsigned);
}
