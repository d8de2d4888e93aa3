package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** The platform's API refused a request (RFC 9457). */
public final class ApiRefused extends RuntimeException {
    private final int status;
    private final String type;

    ApiRefused(String request, int status, JsonNode problem) {
        super(request + ": " + status + " "
                + problem.path("detail").asText(problem.path("title").asText()));
        this.status = status;
        this.type = problem.path("type").asText();
    }

    /** Whether nothing was changed, and the same request may be taken in a moment. */
    boolean isPassing() {
        return type.endsWith(":changed-meanwhile") || type.endsWith(":chain-unavailable");
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The problem's stable type, such as {@code urn:spheron:problem:bidding-closed}. */
    public String type() {
        return type;
    }
}
