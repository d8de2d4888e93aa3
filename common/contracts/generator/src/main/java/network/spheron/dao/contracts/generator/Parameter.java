package network.spheron.dao.contracts.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An argument, result or field in an ABI.
 *
 * @param type the ABI's name of the type, such as {@code tuple[]}
 * @param internalType Solidity's name of the type, such as {@code struct IBidBook.Milestone[]}
 */
record Parameter(String name, String type, String internalType, List<Parameter> components, boolean indexed) {
    static List<Parameter> list(JsonNode nodes) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode node : nodes) {
            parameters.add(new Parameter(
                    node.path("name").asText(),
                    node.path("type").asText(),
                    node.path("internalType").asText(),
                    list(node.path("components")),
                    node.path("indexed").asBoolean()));
        }
        return parameters;
    }

    /** The types in parentheses, as signatures are hashed. */
    static String signature(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::canonicalType).collect(Collectors.joining(",", "(", ")"));
    }

    boolean isArray() {
        return type.endsWith("]");
    }

    boolean isStruct() {
        return type.equals("tuple");
    }

    /** One item of this array. */
    Parameter item() {
        return new Parameter(name, withoutDimension(type), withoutDimension(internalType), components, false);
    }

    String canonicalType() {
        return type.startsWith("tuple") ? signature(components) + type.substring("tuple".length()) : type;
    }

    private static String withoutDimension(String arrayType) {
        return arrayType.substring(0, arrayType.lastIndexOf('['));
    }
}
