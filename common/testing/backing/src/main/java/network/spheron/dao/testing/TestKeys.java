package network.spheron.dao.testing;

import java.util.Locale;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Wallets of the well-known test mnemonic, which every development node funds (BIP-44, {@code m/44'/60'/0'/0/i}). */
public final class TestKeys {
    public static final String MNEMONIC = "test test test test test test test test test test test junk";
    /** How many wallets {@link TestChain} funds. */
    public static final int COUNT = 100;

    private static final Bip32ECKeyPair PARENT = parent();

    private TestKeys() {}

    /** The wallet with that index. */
    public static TestKey key(int index) {
        ECKeyPair pair = Bip32ECKeyPair.deriveKeyPair(PARENT, new int[] {index});
        String address = Numeric.prependHexPrefix(Keys.getAddress(pair)).toLowerCase(Locale.ROOT);
        return new TestKey(address, Numeric.toHexStringWithPrefixZeroPadded(pair.getPrivateKey(), 64));
    }

    private static Bip32ECKeyPair parent() {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
        int hardened = Bip32ECKeyPair.HARDENED_BIT;
        return Bip32ECKeyPair.deriveKeyPair(master, new int[] {44 | hardened, 60 | hardened, hardened, 0});
    }

    /**
     * A wallet.
     *
     * @param address lower-case 0x hex
     * @param privateKey 0x hex
     */
    public record TestKey(String address, String privateKey) {
        /** Signs a 32-byte digest (0x hex); the signature is r, s, v as 65 bytes in 0x hex. */
        public String sign(String digest) {
            ECKeyPair pair = ECKeyPair.create(Numeric.toBigInt(privateKey));
            Sign.SignatureData signature = Sign.signMessage(Numeric.hexStringToByteArray(digest), pair, false);
            return Numeric.toHexString(signature.getR())
                    + Numeric.toHexStringNoPrefix(signature.getS())
                    + Numeric.toHexStringNoPrefix(signature.getV());
        }
    }
}
