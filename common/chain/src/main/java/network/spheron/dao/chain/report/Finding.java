package network.spheron.dao.chain.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param topic what it belongs to, such as {@code roles}
 * @param name what was looked at
 * @param value what the chain says
 * @param problem why that is not as it should be; null when it is
 */
public record Finding(
        String topic, String name, String value, @Nullable String problem) {
    static Finding fact(String topic, String name, String value) {
        return new Finding(topic, name, value, null);
    }

    static Finding check(String topic, String name, String value, boolean sound, String otherwise) {
        return new Finding(topic, name, value, sound ? null : otherwise);
    }

    /** Whether it is as it should be. */
    @JsonProperty("sound")
    public boolean isSound() {
        return problem == null;
    }
}
