package network.spheron.dao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import network.spheron.dao.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebStack.class)
class SignInTest {
    private final CookieFilter browser = new CookieFilter();

    @Test
    void visitorSeesPagesAndALinkToSignIn() {
        visit("/showcase").then().statusCode(200).body(containsString("/auth/login?to=%2Fshowcase"));
    }

    @Test
    void signingInLeadsBackToThePage() {
        Response arrived = signIn("/showcase?x=1", "ada", "holder", "steward");

        assertThat(arrived.getStatusCode()).isEqualTo(303);
        assertThat(arrived.getHeader("Location")).endsWith("/showcase?x=1");
        visit("/showcase").then().body(containsString("data-person=\"ada\""), containsString("Steward queue"));
    }

    @Test
    void sessionCookieIsEncryptedAndOutOfReachOfScripts() {
        signIn("/showcase", "ada", "holder");

        String session = browser.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session_portal"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElseThrow();
        // A JWE in compact form has five parts and none of them can be read.
        assertThat(session.split("\\.")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(session).doesNotContain("\"ada\"");
    }

    @Test
    void sessionDoesNotOpenTheApi() {
        signIn("/showcase", "ada", "steward");

        for (String path : new String[] {"/api/samples/steward", "/api/samples/portal"}) {
            given().filter(browser).get(path).then().statusCode(401);
        }
    }

    @Test
    void signInLeadsToPathsOfThisPortalOnly() {
        for (String elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "x"}) {
            assertThat(signIn(elsewhere, "ada", "holder").getHeader("Location")).endsWith("/sips");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        signIn("/showcase", "ada", "holder");

        Response out = visit("/auth/logout");

        assertThat(out.getStatusCode()).isEqualTo(302);
        assertThat(out.getHeader("Location")).contains("/logout?");
        visit("/showcase").then().body(containsString("data-person=\"\""));
    }

    private Response signIn(String to, String person, String... roles) {
        Response sent = given().filter(browser)
                .redirects()
                .follow(false)
                .queryParam("to", to)
                .get("/auth/login");
        if (sent.getStatusCode() != 302) {
            return sent;
        }
        String provider = sent.getHeader("Location") + TestTokens.signInAs(person, roles);
        String callback = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(provider)
                .getHeader("Location");
        Response restored = visit(callback);
        return visit(restored.getHeader("Location"));
    }

    private Response visit(String address) {
        return given().filter(browser)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(address);
    }
}
