package network.spheron.dao.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person entered into a form and what is wrong with it, to show the form again as it was. */
public final class Form {
    private final Map<String, String> values;
    private final Map<String, String> errors;

    private Form(Map<String, String> values, Map<String, String> errors) {
        this.values = values;
        this.errors = errors;
    }

    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /** A form prefilled with these values by field name. */
    public static Form of(Map<String, String> values) {
        return new Form(new LinkedHashMap<>(values), Map.of());
    }

    /** The same form with one more error. */
    public Form with(String field, String error) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, error);
        return new Form(values, more);
    }

    /** The same form with the error of a refused field. */
    public Form with(InvalidField refused) {
        return with(refused.field(), refused.errorText());
    }

    /** What was entered, or the empty string. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with the field, or the empty string. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Every error by field. */
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }
}
