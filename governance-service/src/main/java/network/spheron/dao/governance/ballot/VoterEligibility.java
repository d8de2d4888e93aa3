package network.spheron.dao.governance.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether the caller can vote, and why not. */
@ApplicationScoped
public class VoterEligibility {
    private final Caller caller;

    VoterEligibility(Caller caller) {
        this.caller = caller;
    }

    /**
     * Why the caller cannot vote, in sentences; null when one of their wallets can.
     *
     * @param open finds the vote, refused unless it is open
     * @param check refuses a wallet that cannot take part in it
     */
    public <V> @Nullable String against(Supplier<V> open, BiConsumer<V, String> check) {
        V vote;
        try {
            vote = open.get();
        } catch (VotingNotOpen closed) {
            return sentence(closed);
        }
        if (!caller.isSignedIn()) {
            return "Sign in to vote.";
        }
        if (caller.wallets().isEmpty()) {
            return "Link a wallet first.";
        }
        List<String> reasons = new ArrayList<>();
        for (String wallet : new TreeSet<>(caller.wallets())) {
            try {
                check.accept(vote, wallet);
                return null;
            } catch (Refusal refusal) {
                reasons.add(sentence(refusal));
            } catch (ChainUnavailable unknown) {
                // A page can be read without the chain; the wallet is checked again before it signs.
                return null;
            }
        }
        return String.join(" ", reasons);
    }

    private static String sentence(Refusal refusal) {
        String detail = refusal.detail();
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }
}
