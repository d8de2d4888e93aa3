package network.spheron.dao.chain;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a relayed transaction; also the JSON of {@code GET /api/submissions/{id}}.
 *
 * @param id {@code <service>-<uuid>}, such as {@code governance-5b0c…}, so that one origin can route it
 * @param key the domain fact that the transaction brings about, such as {@code agreement:7:milestone:0:release}
 * @param reason why it was refused, with the contract's values
 */
public record SubmissionView(
        String id,
        String key,
        SubmissionStatus status,
        @Nullable String transactionHash,
        @Nullable String error,
        @Nullable String reason) {}
