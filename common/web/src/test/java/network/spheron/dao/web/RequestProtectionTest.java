package network.spheron.dao.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import network.spheron.dao.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebStack.class)
class RequestProtectionTest {
    @Test
    void formWithItsTokenIsTaken() {
        Response page = page();

        form(page).formParam("csrf", token(page)).post("/showcase/form").then().statusCode(303);
    }

    @Test
    void scriptSendsTheTokenInAHeader() {
        Response page = page();

        form(page)
                .header("X-CSRF-Token", token(page))
                .formParam("wallet", ShowcasePages.WALLET)
                .formParam("support", "1")
                .post("/showcase/votes/request")
                .then()
                .statusCode(200)
                .body("typedData.primaryType", equalTo("Ballot"))
                .body("words[0]", containsString("SIP 7"));
    }

    @Test
    void formWithoutATokenIsRefused() {
        form(page())
                .accept("application/json")
                .post("/showcase/form")
                .then()
                .statusCode(403)
                .body("type", endsWith(":stale-form"));
    }

    @Test
    void anotherBrowsersTokenIsRefused() {
        form(page())
                .formParam("csrf", token(page()))
                .post("/showcase/form")
                .then()
                .statusCode(403);
    }

    @Test
    void tokenWithoutTheCookieIsRefused() {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("title", "x")
                .formParam("csrf", token(page()))
                .post("/showcase/form")
                .then()
                .statusCode(403);
    }

    @Test
    void refusedFormIsExplainedOnAPage() {
        form(page())
                .accept("text/html")
                .post("/showcase/form")
                .then()
                .statusCode(403)
                .body(containsString("load the page again"));
    }

    @Test
    void bearerTokensNeedNoFormToken() {
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + TestTokens.shared().token("ada"))
                .contentType("application/x-www-form-urlencoded")
                .formParam("title", "x")
                .post("/showcase/form")
                .then()
                .statusCode(303);
    }

    @Test
    void everyAnswerCarriesTheSafetyHeaders() {
        given().get("/showcase/form")
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void assetsMayBeKeptUnderTheAddressOfTheirContent() {
        String address = page().htmlPath().getString("html.head.link.find { it.@rel == 'stylesheet' }.@href");

        given().get(address).then().statusCode(200).header("Cache-Control", containsString("max-age=86400"));
        given().get("/assets/portal/portal.js").then().statusCode(200).contentType(containsString("javascript"));
    }

    private static Response page() {
        return given().accept("text/html").get("/showcase/form");
    }

    private static String token(Response page) {
        return page.htmlPath().getString("**.find { it.@name == 'csrf' }.@value");
    }

    private static RequestSpecification form(Response page) {
        return given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded")
                .formParam("title", "A title");
    }
}
