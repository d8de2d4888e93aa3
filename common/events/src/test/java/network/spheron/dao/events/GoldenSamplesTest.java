package network.spheron.dao.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return DomainEvent.TYPES.keySet();
    }

    static Stream<Arguments> fields() {
        return types().stream().flatMap(type -> {
            Iterable<String> names = () -> sample(type).fieldNames();
            return Stream.of(names).flatMap(all -> {
                Stream.Builder<Arguments> rows = Stream.builder();
                all.forEach(field -> rows.add(Arguments.of(type, field)));
                return rows.build();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeReadsAndWritesItsSample(String type) throws IOException {
        ObjectNode sample = sample(type);

        DomainEvent event = EventJson.read(type, bytes(sample));

        assertThat(event).isInstanceOf(DomainEvent.TYPES.get(type));
        assertThat(event.aggregateId()).isNotBlank();
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("types")
    void unknownFieldsAreIgnored(String type) {
        ObjectNode grown = sample(type);
        DomainEvent event = EventJson.read(type, bytes(grown));

        grown.putObject("addedLater").put("by", "a newer writer");

        assertThat(EventJson.read(type, bytes(grown))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void missingFieldIsNamed(String type, String field) {
        ObjectNode sample = sample(type);
        sample.remove(field);

        assertRefused(type, bytes(sample), field);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nullFieldIsNamed(String type, String field) {
        ObjectNode sample = sample(type);
        sample.putNull(field);

        assertRefused(type, bytes(sample), field);
    }

    @Test
    void amountAsNumberIsRefused() {
        ObjectNode paid = sample("MilestonePaid");
        paid.put("amount", 15);

        assertRefused("MilestonePaid", bytes(paid), "amount");
    }

    @ParameterizedTest
    @MethodSource("wrongAmounts")
    void wrongAmountIsRefused(String amount) {
        ObjectNode paid = sample("MilestonePaid");
        paid.put("amount", amount);

        assertRefused("MilestonePaid", bytes(paid), "amount");
    }

    static Stream<String> wrongAmounts() {
        String tooLarge = BigInteger.TWO.pow(256).toString();
        return Stream.of("", "-1", "+1", "01", "1.0", "1e3", "0x10", " 1", "one", tooLarge, "9".repeat(100_000));
    }

    @Test
    void fieldInsideAListIsNamed() {
        ObjectNode revealed = sample("BidRevealed");
        ((ObjectNode) revealed.withArray("milestones").get(1)).remove("duration");

        assertRefused("BidRevealed", bytes(revealed), "BidRevealed.milestones[1].duration");
    }

    @Test
    void unknownTypeAndBrokenJsonAreRefused() {
        assertRefused("MoonLanded", "{}".getBytes(UTF_8), "MoonLanded");
        assertRefused("SipProposed", "{\"sipId\":".getBytes(UTF_8), "SipProposed");
        assertRefused("SipProposed", "null".getBytes(UTF_8), "SipProposed");
        assertRefused("SipProposed", new byte[0], "SipProposed");
        assertRefused("SipProposed", "[]".getBytes(UTF_8), "SipProposed");
    }

    private static void assertRefused(String type, byte[] json, String named) {
        assertThatThrownBy(() -> EventJson.read(type, json))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(named);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(UTF_8);
    }

    private static ObjectNode sample(String type) {
        try (InputStream in = DomainEvent.class.getResourceAsStream("/golden/" + type + ".json")) {
            assertThat(in).as("golden sample of " + type).isNotNull();
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(type, e);
        }
    }
}
