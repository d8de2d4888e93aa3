package network.spheron.dao.chain;

import java.util.Optional;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/**
 * Sends transactions with this service's gas-paying key, each domain fact at most once. The request is stored in the
 * caller's transaction; a worker simulates, signs, stores the signed bytes, then broadcasts, and follows up until final.
 */
public interface TransactionRelay {
    /**
     * Accepts a call. The same key with the same call answers with the first submission; after a refusal it is tried
     * anew. Must run inside a transaction.
     *
     * @param key the domain fact, unique within the service
     * @throws KeyAlreadyUsed when the key is live with another call
     */
    SubmissionView submit(String key, ContractName to, FunctionCall<?> call);

    /** A submission by id. */
    Optional<SubmissionView> find(String id);

    /** The newest submission for a domain fact. */
    Optional<SubmissionView> findByKey(String key);
}
