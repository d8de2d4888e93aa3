package network.spheron.dao.faults.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

/** Reads a figure from what a service shows to Prometheus. */
final class Metrics {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Metrics() {}

    static double read(URI management, String name) {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                .timeout(TIMEOUT)
                .build();
        try {
            double[] found = HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .toArray();
            return found.length == 0 ? -1 : Arrays.stream(found).sum();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + management, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
