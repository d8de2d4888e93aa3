package network.spheron.dao.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * The JSON of events, the same in every service. Amounts are decimal strings. Unknown fields are ignored, so that events
 * may grow; a missing, empty or differently typed field is refused.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new DecimalAmounts())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .addMixIn(DomainEvent.class, KeyIsNoField.class)
            .build();

    private EventJson() {}

    /** The event as JSON, without line breaks. */
    public static String write(DomainEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Reads an event.
     *
     * @param type its wire name, a key of {@link DomainEvent#TYPES}
     * @param json UTF-8
     * @throws MalformedEvent naming the type when it is unknown, or the field that is missing or wrong
     */
    public static DomainEvent read(String type, byte[] json) {
        Class<? extends DomainEvent> known = DomainEvent.TYPES.get(type);
        if (known == null) {
            throw new MalformedEvent("unknown type " + type);
        }
        try {
            DomainEvent event = MAPPER.readValue(json, known);
            if (event == null) {
                throw new MalformedEvent(type + " is null");
            }
            return event;
        } catch (JsonMappingException e) {
            throw new MalformedEvent(type + path(e) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedEvent(type + " is not JSON", e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    @JsonIgnoreProperties("aggregateId")
    private interface KeyIsNoField {}
}
