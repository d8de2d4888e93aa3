package network.spheron.dao.contracts.generator;

import java.util.Set;

/** How an ABI type is written in the bindings, and read from a decoded value. */
final class JavaTypes {
    private final Set<String> bindings;

    /** @param bindings the names of all bindings: a struct is written into the binding of the contract that declares it */
    JavaTypes(Set<String> bindings) {
        this.bindings = bindings;
    }

    /** The Java type, such as {@code List<BidBook.Milestone>}. */
    String name(Parameter parameter, String inside) {
        if (parameter.isArray()) return "List<" + boxed(name(parameter.item(), inside)) + ">";
        if (parameter.isStruct()) return owner(parameter, inside) + "." + structName(parameter);
        String type = parameter.type();
        if (type.equals("bool")) return "boolean";
        if (!isInteger(type)) return "String";
        int bits = bits(type);
        if (bits <= 16) return "int";
        return bits <= 64 ? "long" : "BigInteger";
    }

    String boxed(String javaType) {
        return switch (javaType) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "boolean" -> "Boolean";
            default -> javaType;
        };
    }

    /** The method that reads a decoded value as the Java type. */
    String reader(Parameter parameter, String inside) {
        if (parameter.isArray()) return "v -> " + read(parameter, inside, "v");
        if (parameter.isStruct()) return name(parameter, inside) + "::of";
        String type = parameter.type();
        if (isInteger(type)) {
            return switch (name(parameter, inside)) {
                case "int" -> "Abi::smallNumber";
                case "long" -> "Abi::number";
                default -> "Abi::bigNumber";
            };
        }
        return switch (type) {
            case "bool" -> "Abi::flag";
            case "string" -> "Abi::text";
            case "address" -> "Abi::address";
            default -> "Abi::hex";
        };
    }

    /** The expression that reads the decoded value as the Java type. */
    String read(Parameter parameter, String inside, String value) {
        if (parameter.isArray()) return "Abi.list(" + value + ", " + reader(parameter.item(), inside) + ")";
        return reader(parameter, inside).replace("::", ".") + "(" + value + ")";
    }

    /** The binding that declares a struct; an event's or function's own binding where the declaring one has none. */
    String owner(Parameter struct, String inside) {
        String declared = qualifiedName(struct);
        int dot = declared.indexOf('.');
        if (dot < 0) return inside;
        String contract = declared.substring(0, dot);
        if (bindings.contains(contract)) return contract;
        String implementation = contract.substring(1);
        return contract.startsWith("I") && bindings.contains(implementation) ? implementation : inside;
    }

    String structName(Parameter struct) {
        String declared = qualifiedName(struct);
        return declared.substring(declared.indexOf('.') + 1);
    }

    private static String qualifiedName(Parameter struct) {
        return struct.internalType().substring("struct ".length());
    }

    private static boolean isInteger(String type) {
        return type.startsWith("uint") || type.startsWith("int");
    }

    private static int bits(String type) {
        return Integer.parseInt(type.substring(type.indexOf('t') + 1));
    }
}
