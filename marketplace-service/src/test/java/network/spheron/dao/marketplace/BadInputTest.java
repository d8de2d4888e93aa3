package network.spheron.dao.marketplace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request is answered by its name, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class BadInputTest {
    @Inject
    BadInputScene scene;

    @Inject
    Surroundings around;

    @BeforeEach
    void setTheScene() {
        scene.set();
    }

    static Stream<BadRequest> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void badRequestIsRefusedAndChangesNothing(BadRequest bad) {
        Map<String, String> before = around.tables();

        Response answer = send(bad);

        answer.then().statusCode(bad.status()).contentType("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:spheron:problem:" + bad.type());
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(bad.status());
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(around.tables()).isEqualTo(before);
    }

    private Response send(BadRequest bad) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        Person who = bad.who().apply(scene);
        if (who != null) {
            request.header("Authorization", "Bearer " + who.token());
        }
        String path = bad.path().apply(scene);
        Object body = bad.body().apply(scene);
        if (body == null) {
            return bad.isPost() ? request.post(path) : request.get(path);
        }
        return request.body(body instanceof Map<?, ?> map ? Person.json(Person.named(map)) : String.valueOf(body))
                .post(path);
    }

    @Test
    void databaseRefusesTheSignatureOfAnInterestedSteward() {
        String sql =
                "insert into steward_signature (id, action, subject, part, round, content_hash, reason, reason_hash,"
                        + " steward, person, expiry, signature, signed_at)"
                        + " values (gen_random_uuid(), 'APPROVE_MILESTONE', ?, 0, 1, '', '', '', ?, ?, 0, '', 0)";
        Person interested = scene.interestedSteward();

        assertThatThrownBy(() -> around.execute(
                        sql, new BigDecimal(scene.agreementId()), interested.address(), interested.name()))
                .hasMessageContaining("has an interest");
    }
}
