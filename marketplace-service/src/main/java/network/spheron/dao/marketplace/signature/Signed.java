package network.spheron.dao.marketplace.signature;

import java.util.regex.Pattern;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** Checks who signed typed data. */
public final class Signed {
    private static final Pattern SIGNATURE = Pattern.compile("0x[0-9a-fA-F]{130}");

    private Signed() {}

    /**
     * Checks that the wallet signed the message.
     *
     * @throws InvalidField when it is no signature at all
     * @throws WrongSignature when it is one of another wallet or over other data
     */
    public static String by(String wallet, TypedData message, @Nullable String signature) {
        if (signature == null || !SIGNATURE.matcher(signature).matches()) {
            throw new InvalidField("signature", "must be 65 bytes: 0x and 130 hex digits");
        }
        if (!Signatures.isBy(wallet, message.digest(), signature)) {
            throw new WrongSignature(wallet);
        }
        return signature;
    }
}
