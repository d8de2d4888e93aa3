package network.spheron.dao.web;

import org.jspecify.annotations.Nullable;

/**
 * Something that the caller may or may not do with a resource now.
 *
 * @param name kebab-case verb, such as {@code vote}
 * @param reason why not, as a sentence for the person; null when allowed
 */
public record Action(String name, boolean allowed, @Nullable String reason) {
    public static Action allowed(String name) {
        return new Action(name, true, null);
    }

    public static Action refused(String name, String reason) {
        return new Action(name, false, reason);
    }

    /** Allowed when there is no reason against it. */
    public static Action unless(String name, @Nullable String reason) {
        return new Action(name, reason == null, reason);
    }
}
