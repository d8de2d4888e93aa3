package network.spheron.dao.contracts;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the generated bindings share: values on their way into and out of the contract ABI. */
final class Abi {
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private Abi() {}

    static <R> FunctionCall<R> call(
            Function function, java.util.function.Function<Tuple, R> result, Object... arguments) {
        String data = hex(function.encodeCall(tuple(function.getInputs(), List.of(arguments)))
                .array());
        return new FunctionCall<>(
                function.getName(), data, returned -> result.apply(decoded(function.getOutputs(), bytes(returned))));
    }

    static String deployment(ContractName contract, TupleType<Tuple> constructor, Object... arguments) {
        String encoded =
                hex(constructor.encode(tuple(constructor, List.of(arguments))).array());
        return Artifacts.bytecode(contract) + encoded.substring(2);
    }

    static Tuple log(Event<Tuple> event, String topic, List<String> topics, String data) {
        if (topics.isEmpty() || !topics.get(0).equalsIgnoreCase(topic)) {
            throw new IllegalArgumentException("Not a log of " + event.getCanonicalSignature());
        }
        try {
            return event.decodeArgs(topics.stream().map(Abi::bytes).toArray(byte[][]::new), bytes(data));
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("Too short for " + event.getCanonicalSignature(), tooShort);
        }
    }

    /** @throws IllegalArgumentException when the bytes do not have the type's shape */
    static Tuple decoded(TupleType<Tuple> type, byte[] encoded) {
        try {
            return type.decode(encoded);
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("Too short for " + type, tooShort);
        }
    }

    static String address(Object value) {
        return "0x%040x".formatted(((Address) value).value());
    }

    static boolean flag(Object value) {
        return (Boolean) value;
    }

    static String text(Object value) {
        return (String) value;
    }

    static int smallNumber(Object value) {
        return ((Number) value).intValue();
    }

    /** Of an unsigned 64-bit value that does not fit: the largest long. Such a time or period means "never". */
    static long number(Object value) {
        return bigNumber(value).min(LARGEST_LONG).longValue();
    }

    static BigInteger bigNumber(Object value) {
        return value instanceof BigInteger number ? number : BigInteger.valueOf(((Number) value).longValue());
    }

    static <T> List<T> list(Object array, java.util.function.Function<Object, T> reader) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> reader.apply(Array.get(array, i)))
                .toList();
    }

    private static Tuple tuple(TupleType<?> type, List<Object> values) {
        return Tuple.from(IntStream.range(0, values.size())
                .mapToObj(i -> encodable(type.get(i), values.get(i)))
                .toArray());
    }

    private static Object encodable(ABIType<?> type, Object value) {
        return switch (type.typeCode()) {
            case ABIType.TYPE_CODE_INT -> bigNumber(value).intValueExact();
            case ABIType.TYPE_CODE_LONG -> bigNumber(value).longValueExact();
            case ABIType.TYPE_CODE_BIG_INTEGER -> bigNumber(value);
            case ABIType.TYPE_CODE_ADDRESS -> Address.wrap(Address.toChecksumAddress(lowerCase((String) value)));
            case ABIType.TYPE_CODE_ARRAY ->
                value instanceof String text ? text(type, text) : array(type, (List<?>) value);
            case ABIType.TYPE_CODE_TUPLE -> tuple(type.asTupleType(), ((Struct) value).fields());
            default -> value;
        };
    }

    private static Object text(ABIType<?> type, String value) {
        return type.clazz() == String.class ? value : bytes(value);
    }

    private static Object array(ABIType<?> type, List<?> values) {
        ArrayType<?, ?, ?> arrayType = type.asArrayType();
        Object array = Array.newInstance(type.clazz().getComponentType(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, encodable(arrayType.getElementType(), values.get(i)));
        }
        return array;
    }

    static String hex(Object value) {
        return "0x" + HexFormat.of().formatHex((byte[]) value);
    }

    /** @throws IllegalArgumentException when the text is not 0x-prefixed hex */
    static byte[] bytes(String value) {
        if (!value.startsWith("0x")) throw new IllegalArgumentException("Not 0x-prefixed hex: " + value);
        return HexFormat.of().parseHex(value, 2, value.length());
    }

    private static String lowerCase(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
