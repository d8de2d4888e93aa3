package network.spheron.dao.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of the portal's static files. Each carries a hash of the content, so that a browser may keep it for long and
 * still sees a new version at once; every service built from the same sources says the same address.
 */
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/assets/portal/";

    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /**
     * The address of a file, such as {@code /assets/portal/portal.css?v=1a2b3c4d5e6f}.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String path(String name) {
        return paths.computeIfAbsent(name, Assets::addressOf);
    }

    private static String addressOf(String name) {
        try (InputStream content = open("META-INF/resources" + FOLDER + name)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return FOLDER + name + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (content == null) {
            throw new IllegalArgumentException("no asset " + resource);
        }
        return content;
    }
}
