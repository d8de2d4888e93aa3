package network.spheron.dao.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for child JVMs: the JDK that runs the launcher, and memory limits that fit a laptop. */
public final class JavaCommand {
    private JavaCommand() {}

    /** Runs a service's program with a heap of at most this many megabytes. */
    public static List<String> program(int megabytes, Path jar) {
        return withHeap(
                megabytes,
                List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", jar.toString()));
    }

    /** {@code java} with a heap of at most this many megabytes, followed by these arguments. */
    static List<String> withHeap(int megabytes, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8"));
        command.addAll(arguments);
        return command;
    }
}
