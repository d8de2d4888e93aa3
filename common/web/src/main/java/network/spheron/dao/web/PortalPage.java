package network.spheron.dao.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;
import org.jspecify.annotations.Nullable;

/** What every page shows around its content; templates reach it as {@code cdi:portal}. */
@Named("portal")
@RequestScoped
public class PortalPage {
    private final Caller caller;
    private final WebConfig config;
    private final Assets assets;
    private final PageRequest request;
    private final ChainTime chainTime;
    private @Nullable PageTime time;
    private @Nullable List<String> wallets;

    PortalPage(Caller caller, WebConfig config, Assets assets, PageRequest request, ChainTime chainTime) {
        this.caller = caller;
        this.config = config;
        this.assets = assets;
        this.request = request;
        this.chainTime = chainTime;
    }

    /** An entry of the navigation. */
    public record NavItem(String section, String label, String shortLabel, String path) {}

    /** The sections that this person can use, in reading order. */
    public List<NavItem> getNav() {
        List<NavItem> items = new ArrayList<>();
        items.add(new NavItem("sips", "Proposals", "Proposals", "/sips"));
        items.add(new NavItem("workstreams", "Workstreams", "Work", "/workstreams"));
        items.add(new NavItem("treasury", "Treasury", "Treasury", "/treasury"));
        if (caller.hasRole(Roles.CONTRACTOR)) {
            items.add(new NavItem("contractor", "My bids & agreements", "Mine", "/contractor"));
        }
        if (caller.hasRole(Roles.STEWARD)) {
            items.add(new NavItem("steward", "Steward queue", "Queue", "/steward"));
        }
        return items;
    }

    public String getTitle() {
        return config.title();
    }

    public boolean isSignedIn() {
        return caller.isSignedIn();
    }

    /** The signed-in person's name, or the empty string for a visitor. */
    public String getPerson() {
        return caller.isSignedIn() ? caller.name() : "";
    }

    /** The person's wallets, lower-case hex, in a stable order. */
    public List<String> getWallets() {
        List<String> known = wallets;
        if (known == null) {
            known = caller.wallets().stream().sorted().toList();
            wallets = known;
        }
        return known;
    }

    public boolean isHolder() {
        return caller.hasRole(Roles.HOLDER);
    }

    /** The chain's clock. */
    public PageTime getTime() {
        PageTime known = time;
        if (known == null) {
            known = chainTime.read();
            time = known;
        }
        return known;
    }

    public WebConfig getConfig() {
        return config;
    }

    /** The token that unsafe requests of this page carry. */
    public String getCsrf() {
        return request.csrf();
    }

    /** Path and query of this page, encoded for a query parameter. */
    public String getHere() {
        return request.here();
    }

    /** Address of a file under {@code /assets/portal/} that changes with its content. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** Where a transaction can be looked up, or the empty string. */
    public String explorerLink(String transactionHash) {
        return config.explorerUrl()
                .map(url -> url.replace("{hash}", transactionHash))
                .orElse("");
    }

    /** Path of the local network's extra script, or the empty string. */
    public String getExtraScript() {
        return config.extraScript().orElse("");
    }
}
