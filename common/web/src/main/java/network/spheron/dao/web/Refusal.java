package network.spheron.dao.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the platform refuses, named as a fact by its subclass ({@code BiddingClosed}). Answered as a problem
 * detail (RFC 9457) under /api and as a page elsewhere.
 */
public abstract class Refusal extends RuntimeException {
    private final int status;
    private final String slug;
    private final Map<String, Object> fields;

    /**
     * @param status HTTP status, 400 to 499
     * @param slug stable kebab-case name; the problem's type is {@code urn:spheron:problem:<slug>}
     * @param detail one sentence for the person who asked
     */
    protected Refusal(int status, String slug, String detail) {
        this(status, slug, detail, Map.of());
    }

    /**
     * A refusal that tells more.
     *
     * @param fields further members of the problem, such as {@code biddingEnds}
     */
    protected Refusal(int status, String slug, String detail, Map<String, ?> fields) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.fields = new LinkedHashMap<>(fields);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** Further members of the problem. */
    public Map<String, Object> fields() {
        return Map.copyOf(fields);
    }

    /** The sentence for the person who asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
