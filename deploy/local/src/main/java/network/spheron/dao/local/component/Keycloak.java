package network.spheron.dao.local.component;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;

/** Keycloak with the realm of the platform, which it imports on its first start. */
public final class Keycloak extends ProcessComponent {
    /** Under which name the administrator's password is kept. */
    public static final String ADMIN_SECRET = "keycloak.admin";

    private static final int HEAP_MEGABYTES = 300;
    private static final String REALM_FILE = "spheron-realm.json";

    /**
     * Where Keycloak listens.
     *
     * @param origin what browsers see: the proxy's address, part of the issuer's name
     */
    public record Address(URI origin, int port, int managementPort) {}

    private final Path home;
    private final Address address;
    private final Postgres postgres;
    private final Secrets secrets;

    public Keycloak(Workspace workspace, Path home, Address address, Postgres postgres, Secrets secrets) {
        super("keycloak", workspace);
        this.home = home;
        this.address = address;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    @Override
    protected Launch launch() throws IOException {
        prepare();
        List<String> arguments = List.of(
                "-XX:MetaspaceSize=96m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local");
        return new Launch(home, JavaCommand.withHeap(HEAP_MEGABYTES, arguments), environment());
    }

    @Override
    protected boolean answers() throws IOException, InterruptedException {
        HttpResponse<Void> answer = Web.get(URI.create("http://127.0.0.1:" + address.port() + "/realms/spheron"));
        return answer.statusCode() == 200;
    }

    /** Puts the realm where the import looks, and builds the server once for PostgreSQL. */
    private void prepare() throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/" + REALM_FILE)) {
            if (realm == null) {
                throw new FileNotFoundException(REALM_FILE + " is not on the class path");
            }
            Files.copy(realm, imports.resolve(REALM_FILE), StandardCopyOption.REPLACE_EXISTING);
        }
        Path built = home.resolve("data/.built");
        if (!Files.exists(built)) {
            List<String> build =
                    List.of(home.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--health-enabled=true");
            OneShot.run(build, Map.of("JAVA_HOME", System.getProperty("java.home")));
            Files.createFile(built);
        }
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("MALLOC_ARENA_MAX", "2"),
                Map.entry("KC_DB_URL", postgres.jdbcUrl("keycloak")),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", postgres.password("keycloak")),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "1"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "15"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(address.port())),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(address.managementPort())),
                Map.entry("KC_HOSTNAME", address.origin().toString()),
                Map.entry("KC_PROXY_HEADERS", "xforwarded"),
                // Heeded at the first start only.
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(ADMIN_SECRET)),
                Map.entry("SPHERON_PORTAL_SECRET", secrets.get("oidc.portal")),
                Map.entry("SPHERON_DEMO_PASSWORD", network.spheron.dao.local.DemoKeys.PASSWORD));
    }
}
