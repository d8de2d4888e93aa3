package network.spheron.dao.chain.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Encodes values of EIP-712's atomic and dynamic types as one 32-byte word each. */
final class AtomicTypes {
    private static final int WORD = 32;
    private static final Pattern INTEGER = Pattern.compile("(u?)int(\\d+)");
    private static final Pattern FIXED_BYTES = Pattern.compile("bytes(\\d+)");

    private AtomicTypes() {}

    static byte[] encode(String type, @Nullable Object value) {
        if (value == null) throw new IllegalArgumentException("a value of type " + type + " is missing");
        Matcher integer = INTEGER.matcher(type);
        if (integer.matches()) {
            return integerWord(type, integer.group(1).isEmpty(), Integer.parseInt(integer.group(2)), value);
        }
        Matcher fixedBytes = FIXED_BYTES.matcher(type);
        if (fixedBytes.matches()) return fixedBytesWord(type, Integer.parseInt(fixedBytes.group(1)), value);
        return switch (type) {
            case "address" -> addressWord(value);
            case "bool" -> boolWord(value);
            case "string" -> Hash.sha3(text(type, value).getBytes(StandardCharsets.UTF_8));
            case "bytes" -> Hash.sha3(bytes(type, value));
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static byte[] integerWord(String type, boolean signed, int bits, Object value) {
        BigInteger integer = integer(type, value);
        int most = signed ? bits - 1 : bits;
        if (integer.bitLength() > most || (!signed && integer.signum() < 0)) {
            throw new IllegalArgumentException(integer + " does not fit " + type);
        }
        BigInteger unsigned = integer.signum() < 0 ? integer.add(BigInteger.ONE.shiftLeft(8 * WORD)) : integer;
        return Numeric.toBytesPadded(unsigned, WORD);
    }

    private static BigInteger integer(String type, Object value) {
        if (value instanceof BigInteger integer) return integer;
        if (value instanceof Long || value instanceof Integer) return BigInteger.valueOf(((Number) value).longValue());
        throw new IllegalArgumentException(type + " needs an integer, not " + value);
    }

    private static byte[] fixedBytesWord(String type, int length, Object value) {
        byte[] given = bytes(type, value);
        if (given.length != length) throw new IllegalArgumentException(value + " does not fit " + type);
        byte[] word = new byte[WORD];
        System.arraycopy(given, 0, word, 0, length);
        return word;
    }

    private static byte[] addressWord(Object value) {
        byte[] given = bytes("address", value);
        if (given.length != 20) throw new IllegalArgumentException(value + " is not an address");
        byte[] word = new byte[WORD];
        System.arraycopy(given, 0, word, WORD - given.length, given.length);
        return word;
    }

    private static byte[] boolWord(Object value) {
        if (!(value instanceof Boolean bool)) throw new IllegalArgumentException(value + " is not a bool");
        byte[] word = new byte[WORD];
        word[WORD - 1] = (byte) (bool ? 1 : 0);
        return word;
    }

    private static byte[] bytes(String type, Object value) {
        String text = text(type, value);
        if (!text.startsWith("0x")) throw new IllegalArgumentException(text + " is not 0x-prefixed hex");
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    private static String text(String type, Object value) {
        if (value instanceof String text) return text;
        throw new IllegalArgumentException(type + " needs a string, not " + value);
    }
}
