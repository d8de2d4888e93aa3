package network.spheron.dao.governance.voting;

import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** A vote's direction, in the order of OpenZeppelin's {@code GovernorCountingSimple.VoteType}. */
public enum Support {
    AGAINST,
    FOR,
    ABSTAIN;

    /**
     * The direction with this number.
     *
     * @throws InvalidField when there is none
     */
    static Support of(@Nullable Integer number) {
        if (number == null || number < 0 || number >= values().length) {
            throw new InvalidField("support", "must be 0 (against), 1 (for) or 2 (abstain)");
        }
        return values()[number];
    }

    String words() {
        return switch (this) {
            case AGAINST -> "against";
            case FOR -> "for";
            case ABSTAIN -> "to abstain on";
        };
    }
}
