package network.spheron.dao.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules in {@code deploy/observability} are about metrics that a service really shows; treasury shows all of them. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class AlertsTest {
    private static final Path ALERTS = Path.of("../deploy/observability/alerts.yaml");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|by \\([^)]*\\)|\"[^\"]*\"");
    private static final Pattern METRIC = Pattern.compile("[a-z]+(_[a-z]+)+");

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void everyMetricThatARuleNamesIsShown() throws IOException {
        Set<String> named = new HashSet<>();
        for (JsonNode rule : rules()) {
            List<String> found = METRIC.matcher(
                            LABELS.matcher(rule.get("expr").asText()).replaceAll(" "))
                    .results()
                    .map(match -> match.group())
                    .toList();
            assertThat(found).as(rule.get("alert").asText()).isNotEmpty();
            named.addAll(found);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shown()).containsAll(named));
        assertThat(named).hasSizeGreaterThan(12);
    }

    @Test
    void everyRuleSaysWhatHasHappenedAndWhatToDo() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode rule : rules()) {
            String name = rule.path("alert").asText();
            names.add(name);
            assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).as(name).hasSizeGreaterThan(20);
            assertThat(rule.at("/annotations/description").asText()).as(name).hasSizeGreaterThan(40);
        }
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(12);
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode group : new YAMLMapper().readTree(ALERTS.toFile()).get("groups")) {
            group.get("rules").forEach(rules::add);
        }
        return rules;
    }

    private Set<String> shown() {
        String text = given().get(metrics).then().statusCode(200).extract().asString();
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
