package network.spheron.dao.chain.signing;

import java.nio.charset.StandardCharsets;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** The chain's hash function, keccak256. */
public final class Keccak {
    private Keccak() {}

    /** The hash of a text in UTF-8, 0x-prefixed hex. */
    public static String hash(String text) {
        return Numeric.toHexString(Hash.sha3(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of bytes in 0x-prefixed hex, in the same form. */
    public static String hashHex(String hex) {
        return Hash.sha3(hex);
    }
}
