package network.spheron.dao.governance.portal;

import java.util.List;
import network.spheron.dao.web.Action;

/** A resource's actions by name, for templates. */
public record Allowed(List<Action> actions) {
    /**
     * The action with this name.
     *
     * @throws IllegalArgumentException when the resource has none
     */
    public Action named(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + name));
    }

    public boolean may(String name) {
        return named(name).allowed();
    }
}
