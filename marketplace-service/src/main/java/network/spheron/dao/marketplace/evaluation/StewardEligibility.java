package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Whether the caller may sign as a steward, and why not. */
@ApplicationScoped
public class StewardEligibility {
    private final Council council;
    private final SeparationOfDuties duties;
    private final Caller caller;
    private final ChainClock clock;
    private final TransactionRelay relay;

    StewardEligibility(
            Council council, SeparationOfDuties duties, Caller caller, ChainClock clock, TransactionRelay relay) {
        this.council = council;
        this.duties = duties;
        this.caller = caller;
        this.clock = clock;
        this.relay = relay;
    }

    /** Why the caller cannot sign about something with these interested wallets; null when nothing is against it. */
    public @Nullable String against(Set<String> interested) {
        if (!caller.isSignedIn()) {
            return "Sign in as a steward to decide.";
        }
        if (caller.wallets().isEmpty()) {
            return "Link your steward's wallet first.";
        }
        if (council.stewards().stream().noneMatch(caller.wallets()::contains)) {
            return "None of your wallets is a steward on chain.";
        }
        return duties.conflict(interested)
                .map(wallet -> "Your wallet " + wallet + " is a bidder or payee here; nobody decides about their own.")
                .orElse(null);
    }

    /** The caller's wallet that sits on the council; empty if none does, or several of them do. */
    Optional<String> onlySeat() {
        List<String> seated =
                council.stewards().stream().filter(caller.wallets()::contains).toList();
        return seated.size() == 1 ? Optional.of(seated.get(0)) : Optional.empty();
    }

    /**
     * Why the caller cannot sign one decision more, having signed it before; null otherwise.
     *
     * @param key the domain fact that the decision brings about; once its contract refused it, it may be signed again
     */
    public @Nullable String againstTwice(List<StewardSignature> given, DecisionAction action, String key) {
        boolean signed = caller.isSignedIn()
                && given.stream()
                        .anyMatch(signature -> signature.action() == action
                                && signature.expiry() > clock.now()
                                && caller.wallets().contains(signature.steward()));
        return signed && !isRefused(key) ? "You have signed this; it waits for other stewards." : null;
    }

    private boolean isRefused(String key) {
        return relay.findByKey(key)
                .filter(submission -> submission.status() == SubmissionStatus.REFUSED)
                .isPresent();
    }

    /** The signatures by decision. */
    public static List<QueueItem.Proposal> proposals(List<StewardSignature> given) {
        Map<StewardDecision, List<String>> stewards = new LinkedHashMap<>();
        for (StewardSignature signature : given) {
            stewards.computeIfAbsent(signature.decision(), decision -> new ArrayList<>())
                    .add(signature.steward());
        }
        return stewards.entrySet().stream()
                .map(same -> new QueueItem.Proposal(
                        same.getKey().action().text(), same.getKey().reason(), List.copyOf(same.getValue())))
                .toList();
    }
}
