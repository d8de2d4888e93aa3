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
    void everyComponentRenders() throws java.io.IOException {
        String html = given().accept("text/html")
                .get("/showcase")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        java.nio.file.Files.writeString(java.nio.file.Path.of("target/showcase.html"), html);
        assertThat(html).contains("Why can’t I?", "1,250.50", "0xf39f…2266", "<strong>block explorer</strong>");
        assertThat(html).doesNotContain("<script>alert");
    }
}
