package network.spheron.dao.governance.election;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signed ballots for the relay. */
public record BallotsRequest(@Nullable List<SignedBallot> ballots) {
    /**
     * A ballot and the voter's signature over it (EIP-712).
     *
     * @param sequence decimal; a higher one replaces an earlier ballot
     * @param choices 0x-prefixed hex: two bits per bid, bid 0 in the lowest bits of byte 0
     */
    public record SignedBallot(
            @Nullable String voter,
            @Nullable String sequence,
            @Nullable String choices,
            @Nullable String signature) {}
}
