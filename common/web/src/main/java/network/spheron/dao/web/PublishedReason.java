package network.spheron.dao.web;

import network.spheron.dao.chain.signing.Keccak;
import org.jspecify.annotations.Nullable;

/** Why somebody decides or objects, in words that are published; their hash goes on chain. */
public record PublishedReason(String words) {
    private static final int MOST = 5_000;

    /**
     * Takes a reason as it was written.
     *
     * @throws InvalidField when there is none, or it is too long
     */
    public static PublishedReason written(@Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw new InvalidField("reason", "is missing; it is published with the decision");
        }
        if (words.length() > MOST) {
            throw new InvalidField("reason", "can have " + MOST + " characters at most");
        }
        return new PublishedReason(words);
    }

    /** keccak256 of the words, as on chain. */
    public String hash() {
        return Keccak.hash(words);
    }
}
