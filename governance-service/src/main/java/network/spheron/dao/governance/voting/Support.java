package network.spheron.dao.governance.voting;

import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** A vote's direction, numbered as in OpenZeppelin's {@code GovernorCountingSimple.VoteType}. */
public enum Support {
    AGAINST(0),
    FOR(1),
    ABSTAIN(2);

    private final int number;

    Support(int number) {
        this.number = number;
    }

    /**
     * The direction with this number.
     *
     * @throws InvalidField when there is none
     */
    static Support of(@Nullable Integer number) {
        for (Support support : values()) {
            if (number != null && number == support.number) {
                return support;
            }
        }
        throw new InvalidField("support", "must be 0 (against), 1 (for) or 2 (abstain)");
    }

    int number() {
        return number;
    }

    String words() {
        return switch (this) {
            case AGAINST -> "against";
            case FOR -> "for";
            case ABSTAIN -> "to abstain on";
        };
    }
}
