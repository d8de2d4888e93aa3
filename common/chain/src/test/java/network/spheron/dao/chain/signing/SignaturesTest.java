package network.spheron.dao.chain.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

class SignaturesTest {
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final String DIGEST = Signatures.textDigest("hello");

    @Test
    void textDigestEqualsThePublishedOne() {
        assertThat(DIGEST).isEqualTo("0x50b2c43fd39106bafbba0da34fc430e1f91e3c96ea2acee2bc34119f92b37750");
    }

    @Test
    void signerIsWhoseKeySigned() {
        assertThat(Signatures.signer(DIGEST, Signatures.sign(DIGEST, KEY))).isEqualTo(ACCOUNT);
        assertThat(Signatures.address(KEY)).isEqualTo(ACCOUNT);
    }

    @Test
    void addressIsComparedWithoutRegardToCase() {
        assertThat(Signatures.isBy("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", DIGEST, Signatures.sign(DIGEST, KEY)))
                .isTrue();
    }

    @Test
    void malleatedTwinIsRefused() {
        byte[] bytes = Numeric.hexStringToByteArray(Signatures.sign(DIGEST, KEY));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
        byte[] twin = bytes.clone();
        System.arraycopy(Numeric.toBytesPadded(Sign.CURVE_PARAMS.getN().subtract(s), 32), 0, twin, 32, 32);
        twin[64] = (byte) (bytes[64] == 27 ? 28 : 27);
        assertThatThrownBy(() -> Signatures.signer(DIGEST, "0x" + HexFormat.of().formatHex(twin)))
                .isInstanceOf(BadSignature.class)
                .hasMessageContaining("upper half");
    }

    @Test
    void malformedSignaturesAreNobodys() {
        assertThat(Signatures.isBy(ACCOUNT, DIGEST, "0x")).isFalse();
        assertThat(Signatures.isBy(ACCOUNT, DIGEST, "not hex")).isFalse();
        assertThat(Signatures.isBy(ACCOUNT, DIGEST, "0x" + "00".repeat(64) + "1b"))
                .isFalse();
        assertThat(Signatures.isBy(ACCOUNT, DIGEST, Signatures.sign(DIGEST, KEY).substring(0, 130) + "00"))
                .isFalse();
    }
}
