package network.spheron.dao.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks at pages on a phone and on a desk, in light and dark: takes pictures and collects what is wrong. */
final class Tour {
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int HEIGHT = 844;

    /** How a page is looked at. */
    record View(int width, ColorScheme scheme) {
        @Override
        public String toString() {
            return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every width in every scheme. */
    static final List<View> THOROUGH = List.of(
            new View(PHONE, ColorScheme.LIGHT),
            new View(PHONE, ColorScheme.DARK),
            new View(DESK, ColorScheme.LIGHT),
            new View(DESK, ColorScheme.DARK));
    /** Every width and every scheme once. */
    static final List<View> BRIEF = List.of(new View(PHONE, ColorScheme.LIGHT), new View(DESK, ColorScheme.DARK));

    /** A picture or a contrast measured in the middle of a transition would differ from run to run. */
    private static final String STILL =
            "*, *::before, *::after { transition: none !important; animation: none !important }";
    /** What a page folds away is looked at as well. */
    private static final String OPEN =
            "document.querySelectorAll('main details').forEach(details => { details.open = true })";

    private final URI origin;
    private final Browser browser;
    private final Path folder;
    private final List<View> views;
    private final String axe;
    private final Set<String> findings = new LinkedHashSet<>();
    private int pictures;

    Tour(URI origin, Browser browser, Path folder, List<View> views) {
        this.origin = origin;
        this.browser = browser;
        this.folder = folder;
        this.views = views;
        try {
            Files.createDirectories(folder);
            this.axe = Files.readString(Chromium.script("axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pictures() {
        return pictures;
    }

    /** What is wrong, a line each; empty if nothing is. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Shows every page to everybody who can open it. */
    void visit(List<TourStop> stops) {
        for (Persona persona : Persona.values()) {
            Browser.NewContextOptions options =
                    new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(PHONE, HEIGHT);
            try (Visitor visitor = Visitor.at(origin, browser, options)) {
                visitor.open("/sips");
                persona.login().ifPresent(visitor::signIn);
                stops.stream()
                        .filter(stop -> stop.seenBy().contains(persona))
                        .forEach(stop -> look(visitor, persona, stop));
            }
        }
    }

    private void look(Visitor visitor, Persona persona, TourStop stop) {
        String what = persona.name().toLowerCase(Locale.ROOT) + "-" + stop.name();
        Page page = visitor.page();
        List<String> errors = new ArrayList<>();
        java.util.function.Consumer<ConsoleMessage> console = message -> {
            if ("error".equals(message.type()) && !isExpected(message, page, stop)) {
                errors.add(message.text());
            }
        };
        page.onConsoleMessage(console);
        page.onPageError(errors::add);
        int status = visitor.open(stop.path());
        if (status != stop.status()) {
            findings.add(what + ": " + stop.path() + " answers " + status + " instead of " + stop.status());
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(OPEN);
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(STILL));
        page.evaluate(axe);
        for (View view : views) {
            page.setViewportSize(view.width(), HEIGHT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
            check(page, what + "-" + view);
        }
        page.offConsoleMessage(console);
        errors.forEach(error -> findings.add(what + ": error on the console: " + error));
    }

    private void check(Page page, String picture) {
        // As high as the page, so that what is fixed to the window's edge does not end up in the middle of the picture.
        page.setViewportSize(page.viewportSize().width, HEIGHT);
        Object height = page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(page.viewportSize().width, ((Number) height).intValue());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(picture + ".png"))
                .setFullPage(true));
        pictures++;
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow instanceof Number pixels && pixels.intValue() > 0) {
            findings.add(picture + ": wider than the window by " + pixels + " pixels");
        }
        Object violations = page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                  .filter(({ impact }) => impact === "serious" || impact === "critical")
                  .map(({ id, impact, nodes }) => `${id} (${impact}) at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
                """);
        ((List<?>) violations).forEach(violation -> findings.add(picture + ": " + violation));
    }

    /** The browser reports the status of a page that is meant to be refused as an error. */
    private static boolean isExpected(ConsoleMessage message, Page page, TourStop stop) {
        return stop.status() >= 400 && message.location().startsWith(page.url());
    }
}
