package network.spheron.dao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import network.spheron.dao.journey.Await;
import network.spheron.dao.local.DemoKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people do in the portal, in a real browser with the demo wallet. */
@Order(3)
class PortalTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final LocatorAssertions.IsVisibleOptions ONCE_FINAL =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void openTheBrowser() {
        ThePlatform.sample();
        chromium = Chromium.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @Test
    @Order(1)
    void oneSignInOpensAllThreeServices() {
        try (Visitor bob = visitor()) {
            bob.open("/sips");
            bob.signIn("bob");
            for (String path : new String[] {"/sips", "/workstreams", "/treasury"}) {
                assertThat(bob.open(path)).isEqualTo(200);
                assertThat(bob.page()).hasURL(ThePlatform.platform().origin() + path);
                assertThat(bob.page().locator("a.person .name")).hasText("bob");
            }
        }
    }

    @Test
    @Order(2)
    void walletIsLinkedBySigningAMessage() {
        try (Visitor steward = visitor()) {
            steward.open("/members/me");
            steward.enterCredentials("steward3");
            assertThat(steward.page().getByText("No wallet linked").last()).isVisible();
            press(steward, "Link my wallet");
            assertThat(steward.words()).containsText("steward3");
            steward.confirmAndSign();
            assertThat(steward.page().locator("main th[scope=row]").first()).isVisible(ONCE_FINAL);
            assertThat(steward.page().locator("body")).hasAttribute("data-wallets", DemoKeys.address("steward3") + " ");
        }
    }

    @Test
    @Order(3)
    void voteIsShownInWordsBeforeItIsSigned() {
        try (Visitor bob = visitor()) {
            bob.open(ThePlatform.showcase().sip());
            bob.signIn("bob");
            bob.page()
                    .getByLabel("For", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(bob, "Sign my vote");
            assertThat(bob.words().locator("ul.words")).containsText("Security review of the client");
            bob.words().getByText("Cancel").click();
            assertThat(bob.page().locator(".sign-status").first()).not().isEmpty();
            assertThat(bob.page().locator(".progress")).hasCount(0);

            press(bob, "Sign my vote");
            bob.confirmAndSign();
            Locator counted = bob.page().locator("section[aria-labelledby=ballots]");
            assertThat(counted).isVisible(ONCE_FINAL);
            assertThat(counted.locator("[title='" + DemoKeys.address("bob") + "']")
                            .first())
                    .isVisible(ONCE_FINAL);
        }
    }

    @Test
    @Order(4)
    void bidForTheOpenWorkstreamStaysSealed() {
        try (Visitor contractor = visitor()) {
            contractor.open(ThePlatform.showcase().workstream());
            contractor.signIn("contractor1");
            contractor
                    .page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write a bid"))
                    .click();
            fill(contractor, "title", "Five meetups in spring");
            fill(contractor, "text", "A meetup a month, each with a **workshop** for providers.");
            fill(contractor, "price", "4000");
            fill(contractor, "title1", "All five have taken place");
            fill(contractor, "amount1", "4000");
            fill(contractor, "days1", "150");
            press(contractor, "Sign and send my bid");
            assertThat(contractor.words().locator("ul.words")).containsText("4,000");
            contractor.confirmAndSign();
            // Followed to the end on the page, then listed as sealed.
            Await.until("the bid to be committed", () -> {
                contractor.open("/contractor");
                Locator row =
                        contractor.page().locator("tr", new Page.LocatorOptions().setHasText("Five meetups in spring"));
                return row.count() == 1
                        && row.innerText().toLowerCase(java.util.Locale.ROOT).contains("sealed");
            });
        }
        try (Visitor other = visitor()) {
            other.open(ThePlatform.showcase().workstream());
            assertThat(other.page().locator("main")).containsText("Sealed bid 1");
            assertThat(other.page().locator("main")).not().containsText("Five meetups in spring");
        }
    }

    @Test
    @Order(5)
    void stewardSignsForTheWaitingMilestone() {
        try (Visitor steward = visitor()) {
            steward.open("/steward");
            steward.enterCredentials("steward1");
            String agreement = ThePlatform.showcase().milestone();
            Locator waiting = steward.page()
                    .locator(
                            "article",
                            new Page.LocatorOptions().setHas(steward.page().locator("a[href='" + agreement + "']")));
            assertThat(waiting.first()).isVisible();
            waiting.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Approve").setExact(true))
                    .click();
            assertThat(steward.words()).isVisible();
            steward.confirmAndSign();
            assertThat(steward.page().getByText("1 of 2 signatures").first()).isVisible(ONCE_FINAL);
        }
    }

    @Test
    @Order(6)
    void holderChallengesTheStewardsDecision() {
        String agreement = ThePlatform.showcase().milestone();
        try (Visitor steward = visitor()) {
            steward.open("/steward");
            steward.enterCredentials("steward3");
            steward.page()
                    .locator(
                            "article",
                            new Page.LocatorOptions().setHas(steward.page().locator("a[href='" + agreement + "']")))
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Approve").setExact(true))
                    .click();
            steward.confirmAndSign();
            Await.until("the milestone to be approved", () -> {
                steward.open(agreement);
                return steward.page().getByText("Challenge ends").count() > 0;
            });
        }
        try (Visitor bob = visitor()) {
            bob.open(agreement);
            bob.signIn("bob");
            bob.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Challenge this decision"))
                    .click();
            fill(bob, "reason", "The benchmark cannot be repeated.");
            press(bob, "Challenge it from my wallet");
            assertThat(bob.words().locator("ul.words")).containsText("was approved");
            bob.confirmAndSign();
            Await.until("the challenge to be final", () -> {
                bob.open(agreement);
                return bob.page().getByText("The benchmark cannot be repeated.").count() > 0;
            });
            assertThat(bob.page().locator("main")).containsText("Challenge lapses");
        }
    }

    @Test
    @Order(7)
    void everyPageSaysWhyOneCannotActThere() {
        try (Visitor anybody = visitor()) {
            anybody.open(ThePlatform.showcase().sip());
            assertThat(anybody.page().locator(".why p").first()).containsText("ign in");
            anybody.open(ThePlatform.showcase().workstream());
            assertThat(anybody.page().locator(".why p").first()).containsText("ign in");
        }
        try (Visitor alice = visitor()) {
            alice.open(ThePlatform.showcase().workstream());
            alice.signIn("alice");
            assertThat(alice.page().locator(".why p").first()).containsText("contractor");
        }
    }

    @Test
    @Order(8)
    void signingOutEndsTheSessionEverywhere() {
        try (Visitor carol = visitor()) {
            carol.open("/treasury");
            carol.signIn("carol");
            carol.signOut();
            for (String path : new String[] {"/sips", "/workstreams", "/treasury"}) {
                carol.open(path);
                assertThat(carol.isSignedIn()).as(path).isFalse();
            }
            carol.open("/members/me");
            assertThat(carol.page().locator("#password")).isVisible();
        }
    }

    @Test
    @Order(9)
    void formWithoutItsTokenIsRefused() {
        try (Visitor bob = visitor()) {
            bob.open(ThePlatform.showcase().sip());
            bob.signIn("bob");
            String comments = "/api" + ThePlatform.showcase().sip() + "/comments";
            PublicApi api = new PublicApi(ThePlatform.platform().origin());
            int before = api.get(comments).size();
            APIResponse answer = bob.context()
                    .request()
                    .post(
                            ThePlatform.showcase().sip() + "/comments",
                            RequestOptions.create().setForm(FormData.create().set("text", "Sent from another site")));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(api.get(comments).size()).isEqualTo(before);
        }
    }

    private static Visitor visitor() {
        return Visitor.at(ThePlatform.platform().origin(), chromium.browser());
    }

    private static void press(Visitor visitor, String label) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static void fill(Visitor visitor, String field, String value) {
        visitor.page().locator("main [name=" + field + "]").fill(value);
    }
}
