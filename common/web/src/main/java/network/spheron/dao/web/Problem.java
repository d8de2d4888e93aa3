package network.spheron.dao.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem detail (RFC 9457).
 *
 * @param type {@code urn:spheron:problem:<slug>}, stable
 * @param title short name of the kind of problem
 * @param detail one sentence about this occurrence
 * @param fields further members
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonIgnore Map<String, Object> fields) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:spheron:problem:";

    /** A problem whose title is its slug in words. */
    static Problem of(int status, String slug, String detail, Map<String, Object> fields) {
        String words = slug.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(TYPE_PREFIX + slug, title, status, detail, new LinkedHashMap<>(fields));
    }

    static Problem of(int status, String slug, String detail) {
        return of(status, slug, detail, Map.of());
    }

    static Problem of(Refusal refusal) {
        return of(refusal.status(), refusal.slug(), refusal.detail(), refusal.fields());
    }

    /** The same kind of problem with another sentence. */
    Problem saying(String sentence) {
        return new Problem(type, title, status, sentence, fields);
    }

    /** The further members, written beside the standard ones. */
    @JsonAnyGetter
    public Map<String, Object> extensions() {
        return fields;
    }
}
