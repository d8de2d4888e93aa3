package network.spheron.dao.local.wrongclock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;

/** Makes the clock of one Java process wrong, by what stands in its environment at its start. */
public final class WrongClock {
    private static final String JAR = "wrong-clock.jar";
    private static final List<Class<?>> AGENT = List.of(ClockAgent.class, ShiftedTime.class, ClockCalls.class);

    private WrongClock() {}

    /**
     * Variables that make a Java process believe that it is this much later; deadlines and log lines of its own included,
     * elapsed time as measured by {@link System#nanoTime} not.
     *
     * @param offset whole seconds; negative for earlier
     * @param directory where the agent's jar is put
     */
    public static Map<String, String> by(Duration offset, Path directory) {
        Path jar = directory.resolve(JAR);
        try {
            write(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + jar + "=" + offset);
    }

    /** One jar that needs nothing else: it is put where the JDK's own classes, which call it, find it. */
    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ClockAgent.class.getName());
        attributes.putValue("Boot-Class-Path", JAR);
        attributes.putValue("Can-Retransform-Classes", "true");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> each : AGENT) {
                for (Class<?> member : each.getNestMembers()) {
                    addFile(out, member.getName());
                }
            }
            addLibrary(out);
        }
    }

    private static void addFile(JarOutputStream out, String className) throws IOException {
        String entry = className.replace('.', '/') + ".class";
        try (InputStream bytes = WrongClock.class.getResourceAsStream("/" + entry)) {
            if (bytes == null) {
                throw new IOException(entry + " is not on the class path");
            }
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }

    private static void addLibrary(JarOutputStream out) throws IOException {
        String folder = ClassReader.class.getPackageName().replace('.', '/') + "/";
        try (JarFile library = new JarFile(libraryFile().toFile())) {
            for (JarEntry entry : Collections.list(library.entries())) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".class")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream bytes = library.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
        }
    }

    private static Path libraryFile() throws IOException {
        try {
            return Path.of(ClassReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
