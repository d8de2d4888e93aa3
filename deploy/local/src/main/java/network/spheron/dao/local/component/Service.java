package network.spheron.dao.local.component;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;

/**
 * One of the platform's services. What may be seen is in {@code config/application.properties} of its working
 * directory, where Quarkus looks for it; what must not be seen is in its environment.
 */
public final class Service extends ProcessComponent {
    private static final int HEAP_MEGABYTES = 256;

    /** Where a service is found and works. */
    public record Place(Path jar, Path directory, int managementPort) {}

    private final Place place;
    private final Supplier<Map<String, String>> settings;
    private final Map<String, String> secrets;

    /** @param settings asked at start, when the addresses of the contracts are known */
    public Service(
            String name,
            Workspace workspace,
            Place place,
            Supplier<Map<String, String>> settings,
            Map<String, String> secrets) {
        super(name, workspace);
        this.place = place;
        this.settings = settings;
        this.secrets = Map.copyOf(secrets);
    }

    @Override
    protected Launch launch() throws IOException {
        Path config = Files.createDirectories(place.directory().resolve("config"));
        Properties properties = new Properties();
        properties.putAll(settings.get());
        try (Writer writer = Files.newBufferedWriter(config.resolve("application.properties"))) {
            properties.store(writer, null);
        }
        return new Launch(place.directory(), JavaCommand.program(HEAP_MEGABYTES, place.jar()), secrets);
    }

    @Override
    protected boolean answers() throws IOException, InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + place.managementPort() + "/q/health/ready");
        return Web.get(health).statusCode() == 200;
    }
}
