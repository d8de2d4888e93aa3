package network.spheron.dao.chain.deployment;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that are older than the DAO. The rest is deployed with it, which makes sense on local and test networks only.
 *
 * @param governance address of the token whose holders decide; null to deploy one
 * @param wrapping how that token is wrapped, if its votes are not counted by timestamp; null to take it as it is
 * @param payment address of the token that the treasury pays with; null to deploy one
 */
public record ExistingTokens(
        @Nullable String governance,
        @Nullable Wrapping wrapping,
        @Nullable String payment) {
    /** Both are deployed. */
    public static final ExistingTokens NONE = new ExistingTokens(null, null, null);

    public ExistingTokens {
        if (wrapping != null && governance == null) {
            throw new IllegalArgumentException("there is no governance token to be wrapped");
        }
    }

    /** Name and symbol of the wrapped token. */
    public record Wrapping(String name, String symbol) {}
}
