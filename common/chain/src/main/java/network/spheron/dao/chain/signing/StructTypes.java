package network.spheron.dao.chain.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;

/** Struct types of an EIP-712 message, and the hash of values of these types. */
final class StructTypes {
    private static final Pattern STRUCT = Pattern.compile("([A-Za-z_]\\w*)\\(([^()]*)\\)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]\\w*(?:\\[\\d*])*) ([A-Za-z_]\\w*)");

    /** One field of a struct. */
    record Field(String type, String name) {}

    private final Map<String, List<Field>> fieldsByStruct;

    private StructTypes(Map<String, List<Field>> fieldsByStruct) {
        this.fieldsByStruct = fieldsByStruct;
    }

    static StructTypes parse(String declaration) {
        Map<String, List<Field>> structs = new LinkedHashMap<>();
        Matcher struct = STRUCT.matcher(declaration);
        int end = 0;
        while (struct.find() && struct.start() == end) {
            structs.put(struct.group(1), fields(struct.group(2)));
            end = struct.end();
        }
        if (structs.isEmpty() || end != declaration.length()) {
            throw new IllegalArgumentException("not a type declaration: " + declaration);
        }
        return new StructTypes(structs);
    }

    private static List<Field> fields(String declaration) {
        List<Field> fields = new ArrayList<>();
        if (declaration.isEmpty()) return fields;
        for (String part : declaration.split(",", -1)) {
            Matcher field = FIELD.matcher(part);
            if (!field.matches()) throw new IllegalArgumentException("not a field declaration: " + part);
            fields.add(new Field(field.group(1), field.group(2)));
        }
        return fields;
    }

    /** The type of the message itself: the one declared first. */
    String primary() {
        return fieldsByStruct.keySet().iterator().next();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        fieldsByStruct.forEach((struct, fields) -> document.put(
                struct,
                fields.stream()
                        .map(field -> Map.of("name", field.name(), "type", field.type()))
                        .toList()));
        return document;
    }

    /** EIP-712's hashStruct. */
    byte[] hash(String struct, Map<String, ?> values) {
        List<Field> fields = fieldsOf(struct);
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException(struct + " has " + fields.size() + " fields, given " + values.keySet());
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(Hash.sha3(encodeType(struct).getBytes(StandardCharsets.UTF_8)));
        for (Field field : fields) {
            Object value = values.get(field.name());
            if (value == null) throw new IllegalArgumentException(struct + "." + field.name() + " is missing");
            encoded.writeBytes(encode(field.type(), value));
        }
        return Hash.sha3(encoded.toByteArray());
    }

    /** EIP-712's encodeType: the struct, then those it refers to, sorted by name. */
    String encodeType(String struct) {
        Set<String> referred = new TreeSet<>(reachable(struct, new LinkedHashSet<>()));
        referred.remove(struct);
        StringBuilder text = new StringBuilder(signature(struct));
        referred.forEach(name -> text.append(signature(name)));
        return text.toString();
    }

    private String signature(String struct) {
        return struct + "("
                + String.join(
                        ",",
                        fieldsOf(struct).stream()
                                .map(field -> field.type() + " " + field.name())
                                .toList())
                + ")";
    }

    private Set<String> reachable(String struct, Set<String> seen) {
        if (!seen.add(struct)) return seen;
        for (Field field : fieldsOf(struct)) {
            String element = field.type().replaceAll("(\\[\\d*])+$", "");
            if (fieldsByStruct.containsKey(element)) reachable(element, seen);
        }
        return seen;
    }

    private List<Field> fieldsOf(String struct) {
        List<Field> fields = fieldsByStruct.get(struct);
        if (fields == null) throw new IllegalArgumentException("undeclared type " + struct);
        return fields;
    }

    private byte[] encode(String type, @Nullable Object value) {
        if (type.endsWith("]")) return encodeArray(type, value);
        if (fieldsByStruct.containsKey(type)) {
            if (!(value instanceof Map<?, ?> map)) throw new IllegalArgumentException(type + " needs a map");
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> fields.put(String.valueOf(name), field));
            return hash(type, fields);
        }
        return AtomicTypes.encode(type, value);
    }

    private byte[] encodeArray(String type, @Nullable Object value) {
        if (!(value instanceof List<?> elements)) throw new IllegalArgumentException(type + " needs a list");
        int bracket = type.lastIndexOf('[');
        String length = type.substring(bracket + 1, type.length() - 1);
        if (!length.isEmpty() && Integer.parseInt(length) != elements.size()) {
            throw new IllegalArgumentException(type + " cannot hold " + elements.size() + " elements");
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        elements.forEach(element -> encoded.writeBytes(encode(type.substring(0, bracket), element)));
        return Hash.sha3(encoded.toByteArray());
    }
}
