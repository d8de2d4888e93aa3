package network.spheron.dao.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {
    private static final JsonNode DOCUMENT = document();

    static Set<Class<?>> records() {
        Set<Class<?>> records = new LinkedHashSet<>(DomainEvent.TYPES.values());
        records.addAll(List.of(MandateTerms.class, MilestoneTerms.class, BidResult.class));
        return records;
    }

    @Test
    void channelsAreTheTopics() {
        assertThat(names(DOCUMENT.path("channels"))).containsExactlyElementsOf(Topics.all());
    }

    @Test
    void everyChannelCarriesTheTypesOfItsTopic() {
        DomainEvent.TYPES.forEach((name, type) -> {
            JsonNode messages = DOCUMENT.path("channels").path(Topics.of(type)).path("messages");
            assertThat(messages.path(name).path("$ref").asText()).isEqualTo("#/components/messages/" + name);
        });
        int listed = 0;
        for (JsonNode channel : DOCUMENT.path("channels")) {
            listed += channel.path("messages").size();
        }
        assertThat(listed).isEqualTo(DomainEvent.TYPES.size());
    }

    @Test
    void messagesAreTheTypes() {
        assertThat(names(DOCUMENT.path("components").path("messages")))
                .containsExactlyElementsOf(new TreeSet<>(DomainEvent.TYPES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void schemaHasTheFieldsOfItsRecord(Class<?> type) {
        JsonNode schema = DOCUMENT.path("components").path("schemas").path(type.getSimpleName());
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));

        assertThat(required).containsExactlyElementsOf(fields);
        assertThat(names(schema.path("properties"))).containsExactlyElementsOf(new TreeSet<>(fields));
    }

    @Test
    void descriptionsAreProse() {
        assertThat(DOCUMENT.findValuesAsText("description"))
                .isNotEmpty()
                .allSatisfy(description ->
                        assertThat(description).doesNotContain("{@", "<p>").doesNotContainPattern("@[a-z]+ "));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(new File(System.getProperty("root.dir"), "docs/asyncapi.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
