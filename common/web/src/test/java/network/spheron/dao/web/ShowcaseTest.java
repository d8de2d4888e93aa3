package network.spheron.dao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebStack.class)
class ShowcaseTest {
    @Test
    void everyComponentRenders() {
        String html = given().accept("text/html")
                .get("/showcase")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(html).contains("Why can’t I?", "1,250.50", "0xf39f…2266", "<strong>block explorer</strong>");
        assertThat(html).contains("badge live", "badge good", "class=\"button\">Sign my vote");
        assertThat(html).doesNotContain("<script>alert");
    }

    @Test
    void aFormSaysWhichWalletMustSignIt() {
        String html = given().accept("text/html").get("/showcase").asString();

        assertThat(html)
                .contains("data-wallet=\"" + ShowcasePages.WALLET + "\"")
                .contains("Only your wallet <span class=\"hex\" title=\"" + ShowcasePages.WALLET + "\">");
    }
}
