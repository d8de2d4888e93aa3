package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What jobs came to that reached their end on this data directory; such a job is shown again, not run again. */
final class FinishedJobs {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private final Path folder;

    FinishedJobs(Path data) {
        this.folder = data.resolve("jobs");
    }

    Optional<Journey.Outcome> find(Job job) {
        Path file = file(job);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Journey.Outcome.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void keep(Job job, Journey.Outcome outcome) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, job.key(), ".part");
            JSON.writeValue(half.toFile(), outcome);
            Files.move(half, file(job), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path file(Job job) {
        return folder.resolve(job.key() + ".json");
    }
}
