package network.spheron.dao.browser;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who looks at the pages. */
enum Persona {
    VISITOR(null),
    HOLDER("alice"),
    CONTRACTOR("contractor1"),
    STEWARD("steward1");

    private final @Nullable String login;

    Persona(@Nullable String login) {
        this.login = login;
    }

    /** The login of this person; a visitor has none. */
    Optional<String> login() {
        return Optional.ofNullable(login);
    }
}
