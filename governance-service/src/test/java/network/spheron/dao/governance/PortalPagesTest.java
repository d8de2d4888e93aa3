package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import network.spheron.dao.testing.TestTokens;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "governance"))
class PortalPagesTest {
    private final Member author = Members.holders().get(4);

    @Test
    void emptyFilterSaysSo() {
        page(given(), "/sips?status=CANCELLED").body(containsString("None with this status"));
    }

    @Test
    void sipPageSaysWhyAVisitorCannotAct() {
        SipStory sip = SipStory.drafted(author.linksWallet(), Terms.sip("A page of its own"));

        page(given(), "/sips/" + sip.id)
                .body(containsString("A page of its own"))
                .body(containsString("Sign in first."))
                .body(containsString("Up to 100,000 sUSD may be committed from the budget line Ecosystem Funds"));
        page(signedIn(), "/sips/" + sip.id).body(containsString("Open the discussion"));
        page(signedIn(), "/sips/" + sip.id + "/edit").body(containsString("A page of its own"));
        page(given(), "/sips").body(containsString("A page of its own"));
    }

    @Test
    void markdownCannotCarryScripts() {
        Map<String, Object> evil = Terms.sip("Harmless");
        evil.put("text", "<script>alert(1)</script>\n\n[x](javascript:alert(1)) **bold**");
        SipStory sip = SipStory.drafted(author.linksWallet(), evil);

        page(given(), "/sips/" + sip.id)
                .body(containsString("<strong>bold</strong>"))
                .body(not(containsString("<script>alert")))
                .body(not(containsString("javascript:")));
    }

    @Test
    void votingSipShowsBarAndForm() {
        SipStory sip = SipStory.drafted(author.linksWallet(), Terms.sip("On the ballot"))
                .finalized();
        page(signedIn(), "/sips/" + sip.id).body(containsString("Propose with my wallet"));

        sip.proposed().inVoting();

        page(signedIn(), "/sips/" + sip.id)
                .body(containsString("Quorum"))
                .body(containsString("Sign my vote"))
                .body(containsString("Send it from my own wallet"));
        page(given(), "/sips/" + sip.id).body(containsString("Sign in to vote."));
    }

    @Test
    void sipPageSaysWhySomebodyCannotVote() {
        SipStory sip = SipStory.drafted(author.linksWallet(), Terms.sip("Voted on once"))
                .finalized();
        String path = "/sips/" + sip.id;
        page(signedIn(), path).body(containsString("data-wallet=\"" + author.address() + "\""));
        sip.proposed().inVoting();

        page(as("wallet-less"), path).body(containsString("Link a wallet first."));
        page(as(Members.stranger().linksWallet().name()), path).body(containsString("had no voting power"));
        sip.votes(List.of(sip.signedVote(author, 1)));
        page(signedIn(), path)
                .body(containsString("Wallet " + author.address() + " has voted on this proposal already"))
                .body(not(containsString("Sign my vote")));

        sip.counted(1);
        sip.afterVoting().awaits("QUEUED");
        page(signedIn(), path).body(containsString("The vote has ended."));
    }

    @Test
    void profileAndFormAreForMembers() {
        author.linksWallet();
        page(signedIn(), "/members/me").body(containsString(author.address())).body(containsString("1,000,000"));
        page(signedIn(), "/sips/new").body(containsString("Community Initiatives"));
        given().redirects().follow(false).get("/sips/new").then().statusCode(302);
    }

    @Test
    void unknownSipIsAPageToo() {
        given().accept("text/html").get("/sips/999999").then().statusCode(404).contentType("text/html");
        given().accept("text/html")
                .get("/elections/999999")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    private RequestSpecification signedIn() {
        return as(author.name());
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(TestTokens.shared().token(person, "holder"));
    }

    private static ValidatableResponse page(RequestSpecification reader, String path) {
        return reader.accept("text/html").get(path).then().statusCode(200).contentType("text/html");
    }
}
