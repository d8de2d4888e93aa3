package network.spheron.dao.chain.signing;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Signatures of plain accounts: 65 bytes r, s, v with s in the lower half, as OpenZeppelin's ECDSA takes them. */
public final class Signatures {
    private static final int LENGTH = 65;
    private static final BigInteger HALF_ORDER = Sign.CURVE_PARAMS.getN().shiftRight(1);

    private Signatures() {}

    /**
     * Who signed.
     *
     * @param digest 32 bytes, 0x-prefixed hex
     * @param signature 65 bytes, 0x-prefixed hex
     * @return the signer's address, lower-case hex
     * @throws BadSignature when it is not 65 bytes, has s in the upper half or a v other than 27 and 28, or opens to no key
     */
    public static String signer(String digest, String signature) {
        byte[] bytes = bytes(signature);
        if (bytes.length != LENGTH) throw new BadSignature("a signature has 65 bytes, not " + bytes.length);
        int recovery = bytes[64] - 27;
        if (recovery != 0 && recovery != 1) throw new BadSignature("v must be 27 or 28, not " + bytes[64]);
        if (new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64)).compareTo(HALF_ORDER) > 0) {
            throw new BadSignature("s is in the upper half of the curve's order");
        }
        try {
            byte[] key = Secp256k1.get().ecdsaRecover(Arrays.copyOf(bytes, 64), bytes(digest), recovery);
            byte[] hash = Hash.sha3(Arrays.copyOfRange(key, 1, 65));
            return "0x" + HexFormat.of().formatHex(hash, 12, 32);
        } catch (Secp256k1Exception e) {
            throw new BadSignature("no signer can be recovered");
        }
    }

    /** Whether that account signed; false for a signature that is malformed. */
    public static boolean isBy(String address, String digest, String signature) {
        try {
            return signer(digest, signature).equals(address.toLowerCase(Locale.ROOT));
        } catch (BadSignature e) {
            return false;
        }
    }

    /**
     * Signs a digest as a wallet would.
     *
     * @param privateKey 0x-prefixed hex
     * @return 65 bytes, 0x-prefixed hex
     */
    public static String sign(String digest, String privateKey) {
        ECKeyPair keys = ECKeyPair.create(Numeric.toBigInt(privateKey));
        Sign.SignatureData signature = Sign.signMessage(bytes(digest), keys, false);
        HexFormat hex = HexFormat.of();
        return "0x" + hex.formatHex(signature.getR()) + hex.formatHex(signature.getS())
                + hex.formatHex(signature.getV());
    }

    /** The digest of a plain text that a wallet signs with personal_sign (EIP-191), 0x-prefixed hex. */
    public static String textDigest(String text) {
        return Numeric.toHexString(Sign.getEthereumMessageHash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The address of a private key, lower-case hex. */
    public static String address(String privateKey) {
        return Credentials.create(privateKey).getAddress();
    }

    private static byte[] bytes(String hex) {
        if (!hex.startsWith("0x")) throw new BadSignature("not 0x-prefixed hex");
        try {
            return HexFormat.of().parseHex(hex, 2, hex.length());
        } catch (IllegalArgumentException e) {
            throw new BadSignature("not 0x-prefixed hex");
        }
    }
}
