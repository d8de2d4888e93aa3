package network.spheron.dao.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of the runs of one fault in one step.
 *
 * @param lost findings of something promised or recorded that is gone
 * @param doubled findings of something done more than once
 * @param healSeconds the longest time from the end of a fault until its step had reached its end and every rule held
 * @param seed repeats these runs
 * @param skipped whether it was not run, for the reason that was printed
 */
record ReportLine(
        int fault,
        String step,
        int runs,
        long lost,
        long doubled,
        @JsonProperty("heal_seconds") double healSeconds,
        long seed,
        boolean skipped) {
    static void write(List<ReportLine> lines, Path file) {
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(file.toFile(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
