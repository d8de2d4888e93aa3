package network.spheron.dao.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import network.spheron.dao.testing.platform.PlatformResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request gets its own answer and changes nothing; a row per case. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "governance"))
class BadInputTest {
    private static @Nullable BadInputWorld world;

    @Inject
    Tables tables;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void badRequestIsRefusedAndChangesNothing(BadInputCase bad) {
        BadInputWorld around = world();
        Map<String, String> before = tables.fingerprints();

        Response answer = bad.request().apply(around);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(bad.status());
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:spheron:problem:" + bad.type());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    static Stream<BadInputCase> cases() {
        return Stream.of(SipCases.all(), TermsCases.all(), VoteCases.all(), MemberCases.all())
                .flatMap(each -> each);
    }

    private static synchronized BadInputWorld world() {
        BadInputWorld made = world;
        if (made == null) {
            made = BadInputWorld.prepare();
            world = made;
        }
        return made;
    }
}
