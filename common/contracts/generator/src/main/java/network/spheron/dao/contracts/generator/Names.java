package network.spheron.dao.contracts.generator;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Solidity's names as Java's. */
final class Names {
    /** Methods of {@code Object} and of records, whose names no component can have. */
    private static final Set<String> TAKEN = Set.of(
            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "fields", "t");

    private Names() {}

    /** The name of a field or argument; {@code value0} for the first where Solidity gives none. */
    static String field(Parameter parameter, int position) {
        String name = parameter.name();
        while (name.startsWith("_")) {
            name = name.substring(1);
        }
        if (name.endsWith("_")) name = name.substring(0, name.length() - 1);
        if (name.isEmpty()) return "value" + position;
        return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "_" : name;
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
