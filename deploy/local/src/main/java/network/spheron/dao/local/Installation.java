package network.spheron.dao.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import network.spheron.dao.local.process.CannotStart;

/**
 * Where the build has put what the stack runs.
 *
 * @param root the checkout
 */
public record Installation(Path root) {
    private static final String ROOT_PROPERTY = "root.dir";

    /** The installation of the running build, given by the system property {@code root.dir}, else the working directory. */
    public static Installation current() {
        return new Installation(
                Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize());
    }

    /** Data of the stack unless told otherwise. */
    public Path defaultData() {
        return root.resolve("deploy/.data");
    }

    /** Programs that are unpacked once and used by every data directory. */
    public Path programs() {
        return root.resolve("deploy/local/target/programs");
    }

    /** The chain's node, from the npm packages of the contracts. */
    public Path anvil() {
        return required(root.resolve("common/contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil"));
    }

    /** Keycloak's home, unpacked by the build. */
    public Path keycloak() {
        String glob = "keycloak-*";
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(programs(), glob)) {
            return StreamSupport.stream(homes.spliterator(), false)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> missing(programs().resolve(glob)));
        } catch (IOException e) {
            throw missing(programs());
        }
    }

    /** The runnable jar of a service. */
    public Path service(String name) {
        return required(root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"));
    }

    private static Path required(Path path) {
        if (!Files.exists(path)) {
            throw missing(path);
        }
        return path;
    }

    private static CannotStart missing(Path path) {
        return new CannotStart(CannotStart.REFUSED, path + " is missing: build the project first (deploy/up does)");
    }
}
