package network.spheron.dao.chain.node;

import java.math.BigInteger;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** A private key that sends transactions. The key never leaves this class. */
public final class AccountKey implements Signer {
    private final Credentials credentials;

    private AccountKey(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Takes 64 hex digits, with or without 0x.
     *
     * @throws IllegalArgumentException when it is not that; the message does not repeat what was given
     */
    public static AccountKey of(String privateKey) {
        if (!privateKey.matches("(0x)?[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a private key is 64 hex digits");
        }
        return new AccountKey(Credentials.create(privateKey));
    }

    static AccountKey of(Credentials credentials) {
        return new AccountKey(credentials);
    }

    @Override
    public String address() {
        return credentials.getAddress();
    }

    @Override
    public Signed sign(Unsigned unsigned) {
        return Signed.of(TransactionEncoder.signMessage(unsigned.transaction(), credentials));
    }

    /**
     * A transaction to be signed.
     *
     * @param to 0x-prefixed hex; empty for the creation of a contract
     */
    public record Unsigned(long chainId, long nonce, long gasLimit, String to, String data, Fees fees) {
        RawTransaction transaction() {
            return RawTransaction.createTransaction(
                    chainId,
                    BigInteger.valueOf(nonce),
                    BigInteger.valueOf(gasLimit),
                    to,
                    BigInteger.ZERO,
                    data,
                    fees.priority(),
                    fees.max());
        }
    }

    /** A signed transaction and the hash under which the chain will know it, both 0x-prefixed hex. */
    public record Signed(String rawTransaction, String hash) {
        static Signed of(byte[] bytes) {
            return new Signed(Numeric.toHexString(bytes), Numeric.toHexString(Hash.sha3(bytes)));
        }
    }

    @Override
    public String toString() {
        return "AccountKey[" + address() + "]";
    }
}
