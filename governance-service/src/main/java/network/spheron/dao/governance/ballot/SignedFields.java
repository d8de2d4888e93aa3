package network.spheron.dao.governance.ballot;

import java.util.Locale;
import java.util.regex.Pattern;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** Reads what a signed vote or ballot consists of. */
public final class SignedFields {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{2})*");

    private SignedFields() {}

    /**
     * An address in lower case.
     *
     * @throws InvalidField when it is none
     */
    public static String address(String field, @Nullable String text) {
        if (text == null || !ADDRESS.matcher(text).matches()) {
            throw new InvalidField(field, "must be an address: 20 bytes in 0x-prefixed hex");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Bytes in lower-case hex.
     *
     * @throws InvalidField when they are not
     */
    public static String bytes(String field, @Nullable String text) {
        if (text == null || !HEX.matcher(text).matches()) {
            throw new InvalidField(field, "must be bytes in 0x-prefixed hex");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * The signature, once it is known to be the voter's.
     *
     * @throws BadBallotSignature when it is not
     */
    public static String signature(String voter, TypedData ballot, @Nullable String text) {
        String signature = bytes("signature", text);
        if (!Signatures.isBy(voter, ballot.digest(), signature)) {
            throw new BadBallotSignature(voter);
        }
        return signature;
    }
}
