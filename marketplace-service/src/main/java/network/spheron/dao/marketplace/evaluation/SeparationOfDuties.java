package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.identity.Caller;

/**
 * Nobody scores, approves or pays what they bid for. The service tells persons apart, by every wallet that they have or
 * had linked; the database checks the same once more, and the contracts check addresses.
 */
@ApplicationScoped
public class SeparationOfDuties {
    private final Caller caller;

    SeparationOfDuties(Caller caller) {
        this.caller = caller;
    }

    /** The caller's wallet, past or present, that has an interest. */
    public Optional<String> conflict(Set<String> interested) {
        return caller.walletsEver().stream()
                .filter(interested::contains)
                .sorted()
                .findFirst();
    }

    void require(String steward, Set<String> interested) {
        Set<String> own = new HashSet<>(caller.walletsEver());
        own.add(steward);
        own.stream().filter(interested::contains).sorted().findFirst().ifPresent(wallet -> {
            throw new ConflictOfInterest(wallet);
        });
    }
}
