package network.spheron.dao.web;

import java.util.Map;

/** A value of the request cannot be taken as it is. */
public final class InvalidField extends Refusal {
    private final String field;
    private final String errorText;

    /**
     * A refused value.
     *
     * @param errorText reads on from the field's name, such as "must be more than zero"
     */
    public InvalidField(String field, String errorText) {
        super(400, "invalid-request", field + " " + errorText, Map.of("errors", Map.of(field, errorText)));
        this.field = field;
        this.errorText = errorText;
    }

    public String field() {
        return field;
    }

    public String errorText() {
        return errorText;
    }
}
