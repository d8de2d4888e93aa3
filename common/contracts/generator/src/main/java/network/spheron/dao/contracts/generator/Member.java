package network.spheron.dao.contracts.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A function, event, error or constructor in an ABI. */
record Member(String kind, String name, List<Parameter> inputs, List<Parameter> outputs) {
    static Member of(JsonNode node) {
        return new Member(
                node.path("type").asText(),
                node.path("name").asText(),
                Parameter.list(node.path("inputs")),
                Parameter.list(node.path("outputs")));
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    String signature() {
        return name + Parameter.signature(inputs);
    }
}
