package network.spheron.dao.faults.infrastructure;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import network.spheron.dao.local.Platform;

/** What services say about themselves on their management address. */
final class Health {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Platform platform;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Health(Platform platform) {
        this.platform = platform;
    }

    /** Whether it runs and says that it is not ready. */
    boolean saysNotReady(String service) {
        return status(service) == 503;
    }

    boolean saysReady(String service) {
        return status(service) == 200;
    }

    private int status(String service) {
        HttpRequest request = HttpRequest.newBuilder(
                        platform.management(service).resolve("/q/health/ready"))
                .timeout(TIMEOUT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
