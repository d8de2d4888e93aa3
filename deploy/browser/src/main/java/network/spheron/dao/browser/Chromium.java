package network.spheron.dao.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that the build unpacked, with its own libraries and fonts, so that pictures look the same everywhere. */
final class Chromium implements AutoCloseable {
    /** Nothing of the browser's own may reach out, and a container offers it no sandbox. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--font-render-hinting=none");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Path home = module().resolve("target/browser");
        if (!Files.isExecutable(home.resolve("chromium"))) {
            throw new IllegalStateException(home + " holds no browser: build deploy/browser first (deploy/e2e does)");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(home.resolve("chromium"))
                        .setArgs(FLAGS)
                        .setEnv(Map.of(
                                "LD_LIBRARY_PATH", home.resolve("lib").toString(),
                                "FONTCONFIG_FILE", home.resolve("fonts.conf").toString(),
                                "HOME", System.getProperty("java.io.tmpdir"))));
        return new Chromium(playwright, browser);
    }

    /** A file of one of this module's npm packages. */
    static Path script(String file) {
        return module().resolve("node_modules").resolve(file);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** This module's folder. */
    static Path module() {
        return Path.of(System.getProperty("root.dir", ".")).toAbsolutePath().resolve("deploy/browser");
    }
}
