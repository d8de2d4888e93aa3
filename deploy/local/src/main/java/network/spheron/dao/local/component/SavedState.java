package network.spheron.dao.local.component;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The file in which the local node keeps its chain. The node writes over it once a second, so a reader may find half of it.
 *
 * <p>With every start the node adds a block 0 of its own to those it loads, and from the third start on it takes any of them for the
 * chain's first. A {@link #copy} has only the oldest, which is the true one.
 */
public final class SavedState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Comparator<JsonNode> OLDEST_FIRST =
            Comparator.comparingLong(block -> header(block, "timestamp"));

    private final Path file;

    /** @param directory the node's */
    public SavedState(Path directory) {
        this.file = directory.resolve(Anvil.STATE_FILE);
    }

    /** Whether there is one, from its beginning to its end. */
    public boolean isWhole() {
        try (JsonParser in = JSON.createParser(file.toFile())) {
            in.nextToken();
            in.skipChildren();
            return in.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException missingOrHalf) {
            return false;
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Writes the chain to another file, with one block 0.
     *
     * @throws JsonProcessingException if only a part of it is there
     */
    void copy(Path to) throws IOException {
        try (JsonParser in = JSON.createParser(file.toFile());
                JsonGenerator out = JSON.createGenerator(to.toFile(), JsonEncoding.UTF8)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(in, "nothing is saved");
            }
            out.writeStartObject();
            for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                out.writeFieldName(field);
                in.nextToken();
                if (field.equals("blocks")) {
                    copyBlocks(in, out);
                } else {
                    out.copyCurrentStructure(in);
                }
            }
            out.writeEndObject();
        }
    }

    private static void copyBlocks(JsonParser in, JsonGenerator out) throws IOException {
        Optional<JsonNode> first = Optional.empty();
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            JsonNode block = JSON.readTree(in);
            if (header(block, "number") > 0) {
                out.writeTree(block);
            } else if (first.isEmpty() || OLDEST_FIRST.compare(block, first.get()) < 0) {
                first = Optional.of(block);
            }
        }
        if (first.isPresent()) {
            out.writeTree(first.get());
        }
        out.writeEndArray();
    }

    private static long header(JsonNode block, String field) {
        return Long.decode(block.path("header").path(field).asText());
    }
}
