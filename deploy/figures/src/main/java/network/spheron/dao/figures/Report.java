package network.spheron.dao.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The JSON file {@code {name: {value, unit, peer, peer_value, ratio, …}}}, written anew with every figure that is known. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    Report(Path file) {
        this.file = file;
    }

    /** Forgets what another run has left. */
    void clear() {
        write(JSON.createObjectNode());
    }

    /** Adds a measurement and prints it. */
    void add(Measurement measurement) {
        add(measurement.name(), JSON.valueToTree(measurement));
        System.out.printf(
                Locale.ROOT,
                "%-28s %12s %-11s %s: %s, ratio %s%n",
                measurement.name(),
                measurement.value().toPlainString(),
                measurement.unit(),
                measurement.peer(),
                measurement.peerValue(),
                measurement.ratio());
    }

    /** Adds every figure of another report. */
    void addAll(Path other) {
        read(other).properties().forEach(figure -> add(figure.getKey(), figure.getValue()));
    }

    private void add(String name, JsonNode figure) {
        ObjectNode figures = read(file);
        figures.set(name, figure);
        write(figures);
    }

    private static ObjectNode read(Path from) {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + from, e);
        }
    }

    private void write(ObjectNode figures) {
        try {
            JSON.writeValue(file.toFile(), figures);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
