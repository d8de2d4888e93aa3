package network.spheron.dao.chain.relay;

import java.math.BigInteger;
import org.web3j.crypto.RawTransaction;

/** A transaction ready to be signed. */
record Unsigned(long chainId, long nonce, long gasLimit, String to, String data, Fees fees) {
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
