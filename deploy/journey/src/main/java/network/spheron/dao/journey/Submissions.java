package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The relayed transactions that carry the signed ballots of one request. */
final class Submissions {
    private Submissions() {}

    /** Each of them once, as something to follow. A ballot that was not taken is an error here. */
    static List<ObjectNode> of(JsonNode receipts) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode receipt :
                receipts.isArray() ? receipts : receipts.elements().next()) {
            if (!receipt.path("accepted").asBoolean()) {
                throw new IllegalStateException(
                        "ballot of " + receipt.path("voter").asText() + " was refused: "
                                + receipt.path("reason").asText());
            }
            ids.add(receipt.get("submissionId").asText());
        }
        return ids.stream()
                .map(id -> Portal.JSON.createObjectNode().put("id", id))
                .toList();
    }
}
