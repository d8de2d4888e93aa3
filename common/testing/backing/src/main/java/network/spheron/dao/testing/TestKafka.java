package network.spheron.dao.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One Kafka broker per JVM, ended with it. It runs in a process of its own with its own class path, because its client
 * library is of another version than that of the services. It creates no topic by itself.
 */
public final class TestKafka {
    private static final String BROKER = "spheron.testing.kafka";
    private static final String CLASS_PATH = "kafka.classpath";

    private TestKafka() {}

    /** Where clients reach the broker, {@code host:port}. */
    public static String bootstrapServers() {
        return OncePerJvm.started(BROKER, TestKafka::start);
    }

    private static String start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", classPath(), KafkaNode.class.getName());
        return ChildProcess.start(command, TestKafka::address).answer();
    }

    private static Optional<String> address(String line) {
        return line.startsWith(KafkaNode.READY)
                ? Optional.of(line.substring(KafkaNode.READY.length()).trim())
                : Optional.empty();
    }

    private static String classPath() {
        URL list = Objects.requireNonNull(TestKafka.class.getResource(CLASS_PATH), CLASS_PATH);
        try (InputStream in = list.openStream()) {
            String libraries = new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
            return home(list) + File.pathSeparator + libraries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder or jar that holds the listed resource, and with it the program of the broker's process. */
    private static Path home(URL list) {
        String place = list.toString();
        try {
            if (place.startsWith("jar:")) {
                return Path.of(new URI(place.substring("jar:".length(), place.indexOf("!/"))));
            }
            int depth = TestKafka.class.getPackageName().split("\\.", -1).length + 1;
            Path folder = Path.of(list.toURI());
            for (int i = 0; i < depth; i++) {
                folder = Objects.requireNonNull(folder.getParent());
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(place, e);
        }
    }
}
