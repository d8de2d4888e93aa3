package network.spheron.dao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {
    /** A problem or refusal with its type written out; the status is a number, or that of a {@code case}. */
    private static final Pattern MADE =
            Pattern.compile("(?:case (\\d+) -> )?(?:Problem\\.of|super)\\(\\s*(\\d+|status), \"([a-z-]+[a-z])\"");

    private static final Pattern LISTED = Pattern.compile("\\| `([a-z-]+)` \\| (\\d+) \\|");

    @Test
    void readmeListsExactlyTheTypesMadeHere() throws IOException {
        Set<String> listed = LISTED.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(2) + " " + row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(made());
    }

    private static Set<String> made() throws IOException {
        Set<String> made = new TreeSet<>();
        for (Path source : sources()) {
            MADE.matcher(Files.readString(source))
                    .results()
                    .map(call -> (call.group(1) == null ? call.group(2) : call.group(1)) + " " + call.group(3))
                    .forEach(made::add);
        }
        return made;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
