package network.spheron.dao.local.rebuild;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;

/** A service of a platform as its launcher last started it, and where its database is. */
record LiveService(String name, DataDirectory data, Properties settings, int databasePort, Secrets secrets) {
    private static final String SUPERUSER = "postgres";

    /** The service, if this platform was ever started. */
    static Optional<LiveService> in(DataDirectory data, String name) {
        Path file = data.resolve("services").resolve(name).resolve("config/application.properties");
        Optional<Integer> port = new Ports(data).remembered("postgres");
        if (!Files.exists(file) || port.isEmpty()) {
            return Optional.empty();
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new LiveService(name, data, settings, port.get(), new Secrets(data)));
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + database;
    }

    /** Of the role that owns the service's database and has its name. */
    String password() {
        return secret(name);
    }

    String superuser() {
        return SUPERUSER;
    }

    String superuserPassword() {
        return secret(SUPERUSER);
    }

    private String secret(String role) {
        return secrets.find("postgres." + role)
                .orElseThrow(() -> new IllegalStateException("the password of role " + role + " is not known"));
    }
}
