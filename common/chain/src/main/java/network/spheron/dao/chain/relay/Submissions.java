package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;

/** All submissions and their attempts. Every method needs a transaction. */
@Singleton
class Submissions {
    private final EntityManager database;

    Submissions(EntityManager database) {
        this.database = database;
    }

    /** Adds an accepted submission unless one is live for the key; waits for a concurrent one to decide. */
    void addUnlessLive(String id, String key, ContractName contract, String address, FunctionCall<?> call) {
        database.createNativeQuery("insert into chain_submission"
                        + " (id, idempotency_key, contract, call_name, to_address, data, status, accepted_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, 'ACCEPTED', ?7)"
                        + " on conflict (idempotency_key) where status <> 'REFUSED' do nothing")
                .setParameter(1, id)
                .setParameter(2, key)
                .setParameter(3, contract.name())
                .setParameter(4, call.name())
                .setParameter(5, address)
                .setParameter(6, call.data())
                .setParameter(7, Instant.now())
                .executeUpdate();
    }

    Optional<Submission> find(String id) {
        return Optional.ofNullable(database.find(Submission.class, id));
    }

    Optional<Submission> newest(String key) {
        return database.createQuery(
                        "from Submission where idempotencyKey = ?1 order by position desc", Submission.class)
                .setParameter(1, key)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The submission as it is now, which no other transaction changes before this one ends. */
    Submission locked(String id) {
        return Optional.ofNullable(database.find(Submission.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("submission " + id + " has vanished"));
    }

    /** Makes the surrounding transaction the only one that takes nonces of that account; false when another one is. */
    boolean acquire(String sender) {
        return (Boolean) database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtext('spheron.chain.relay ' || ?1))", Boolean.class)
                .setParameter(1, sender)
                .getSingleResult();
    }

    List<String> awaitingSignature(int most) {
        return database.createQuery(
                        "select id from Submission where status = ACCEPTED and nonce is null and batch is null"
                                + " order by position",
                        String.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Accepted calls of a function that may be sent together, the longest waiting first; locked until the end. */
    List<Submission> awaitingCompany(ContractName contract, String function, int most) {
        return database.createQuery(
                        "from Submission where status = ACCEPTED and nonce is null and batch is null and alone = false"
                                + " and contract = ?1 and callName = ?2 order by position",
                        Submission.class)
                .setParameter(1, contract)
                .setParameter(2, function)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(most)
                .getResultList();
    }

    /** Adds the common call of several submissions to one contract. */
    Submission addBatch(ContractName contract, Submission first, FunctionCall<?> call) {
        String id = first.id() + "-batch";
        addUnlessLive(id, "batch:" + first.id(), contract, first.toAddress(), call);
        return find(id).orElseThrow();
    }

    /** Members of a batch that are not settled yet. */
    List<String> members(String batchId) {
        return database.createQuery(
                        "select id from Submission where batch.id = ?1 and settledAt is null order by position",
                        String.class)
                .setParameter(1, batchId)
                .getResultList();
    }

    /** Has the members of a batch that came to nothing sent alone. */
    void dissolve(String batchId) {
        members(batchId).forEach(member -> locked(member).leaveBatch());
    }

    /** Age of the oldest submission that no node has taken yet, in seconds; 0 when there is none. */
    double oldestUnsentSeconds() {
        return ((Number) database.createNativeQuery(
                                "select coalesce(extract(epoch from clock_timestamp() - min(accepted_at)), 0)"
                                        + " from chain_submission where status = 'ACCEPTED' and batch_id is null")
                        .getSingleResult())
                .doubleValue();
    }

    List<Submission> underWay() {
        return database.createQuery(
                        "from Submission where nonce is not null and settledAt is null order by position",
                        Submission.class)
                .getResultList();
    }

    /** How many are under way, by account. */
    Map<String, Long> countUnderWay() {
        return database.createQuery(
                        "select sender, count(*) from Submission where nonce is not null and settledAt is null"
                                + " group by sender",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    void add(Attempt attempt) {
        database.persist(attempt);
    }

    /** Attempts of a submission, newest first. */
    List<Attempt> attempts(String submissionId) {
        return database.createQuery(
                        "from Attempt where submissionId = ?1 order by signedAt desc, maxFee desc", Attempt.class)
                .setParameter(1, submissionId)
                .getResultList();
    }

    /** Attempts with that nonce, newest first. */
    List<Attempt> attemptsAt(String sender, long nonce) {
        return database.createQuery(
                        "from Attempt where sender = ?1 and nonce = ?2 order by signedAt desc, maxFee desc",
                        Attempt.class)
                .setParameter(1, sender)
                .setParameter(2, nonce)
                .getResultList();
    }

    Attempt attempt(String hash) {
        return Optional.ofNullable(database.find(Attempt.class, hash))
                .orElseThrow(() -> new IllegalStateException("attempt " + hash + " has vanished"));
    }

    OptionalLong highestNonce(String sender) {
        Long highest = database.createQuery("select max(nonce) from Attempt where sender = ?1", Long.class)
                .setParameter(1, sender)
                .getSingleResult();
        return highest == null ? OptionalLong.empty() : OptionalLong.of(highest);
    }
}
