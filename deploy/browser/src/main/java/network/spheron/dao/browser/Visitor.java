package network.spheron.dao.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import network.spheron.dao.local.DemoKeys;

/** Somebody at the portal with a browser of their own: reads pages, signs in, signs with the demo wallet. */
final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onDialog(Dialog::accept);
    }

    /** A new visitor, whom the portal has never seen. */
    static Visitor at(URI origin, Browser browser) {
        return at(origin, browser, new Browser.NewContextOptions());
    }

    static Visitor at(URI origin, Browser browser, Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options.setBaseURL(origin.toString())));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /**
     * Opens a page of the portal and answers with its HTTP status. A place within the page that is open already is asked
     * for anew: the browser itself would only scroll there, and has no response to give.
     */
    int open(String path) {
        Response response = page.navigate(path);
        return (response == null ? page.reload() : response).status();
    }

    /** Signs in with Keycloak's form, coming from the page that is open. */
    void signIn(String name) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        enterCredentials(name);
    }

    /** Fills in Keycloak's form, where a page that needs a login leads to. */
    void enterCredentials(String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(DemoKeys.PASSWORD);
        page.locator("#kc-login").click();
        page.locator("a.person").waitFor();
    }

    void signOut() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .waitFor();
    }

    /** Whether the portal shows somebody signed in. */
    boolean isSignedIn() {
        return page.locator("a.person").count() > 0;
    }

    /** The portal's dialog that says in words what is going to be signed. */
    Locator words() {
        return page.locator("dialog[aria-labelledby=confirm-title]");
    }

    /** The demo wallet's own dialog. */
    Locator wallet() {
        return page.locator("#spheron-demo-wallet dialog");
    }

    /** Goes on in the portal's dialog, then agrees in the wallet's. */
    void confirmAndSign() {
        words().locator("button[value=go]").click();
        wallet().locator("button[value=yes]").click();
        wallet().waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    @Override
    public void close() {
        context.close();
    }
}
