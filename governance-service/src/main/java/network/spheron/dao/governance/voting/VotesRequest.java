package network.spheron.dao.governance.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signed votes for the relay. */
public record VotesRequest(@Nullable List<SignedVote> votes) {
    /**
     * A vote and the voter's signature over it (EIP-712).
     *
     * @param support 0 against, 1 for, 2 abstain
     */
    public record SignedVote(
            @Nullable String voter,
            @Nullable Integer support,
            @Nullable String signature) {}
}
