package network.spheron.dao.local.gate;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Locale;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;

/**
 * A transaction as a service sends it.
 *
 * @param bytes the signed transaction, hex
 * @param data the call, hex with prefix
 */
public record SignedTransaction(String bytes, String sender, BigInteger nonce, String to, String data) {
    /** Reads the signed bytes, hex with prefix. */
    public static SignedTransaction of(String bytes) {
        SignedRawTransaction decoded = (SignedRawTransaction) TransactionDecoder.decode(bytes);
        try {
            String data = decoded.getData();
            return new SignedTransaction(
                    bytes,
                    decoded.getFrom().toLowerCase(Locale.ROOT),
                    decoded.getNonce(),
                    decoded.getTo().toLowerCase(Locale.ROOT),
                    data.startsWith("0x") ? data : "0x" + data);
        } catch (SignatureException e) {
            throw new IllegalArgumentException(bytes + " is not signed", e);
        }
    }

    /** Whether it calls the function whose encoded call begins alike. */
    public boolean calls(String encodedCall) {
        return data.startsWith(encodedCall.substring(0, 10));
    }
}
