package network.spheron.dao.marketplace.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stewards' signatures, collected until there are enough. */
@ApplicationScoped
public class StewardSignatures implements PanacheRepositoryBase<StewardSignature, UUID> {
    /**
     * Lets one transaction at a time count the signatures about a subject: two stewards who sign at the same moment must
     * not both miss the other's signature.
     */
    void lock(StewardDecision decision) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:subject, 0)) as text)")
                .setParameter("subject", decision.action().target() + ":" + decision.subject() + ":" + decision.part())
                .getSingleResult();
    }

    /** Signatures over this very decision, by ascending address of the steward, as the contract wants them. */
    List<StewardSignature> over(StewardDecision decision) {
        return list(
                "action = ?1 and subject = ?2 and part = ?3 and round = ?4 and contentHash = ?5 and reasonHash = ?6"
                        + " order by steward",
                decision.action(),
                decision.subject(),
                decision.part(),
                decision.round(),
                decision.contentHash(),
                decision.reasonHash());
    }

    /** One steward's signature over this very decision. */
    Optional<StewardSignature> by(String steward, StewardDecision decision) {
        return over(decision).stream()
                .filter(given -> given.steward().equals(steward))
                .findFirst();
    }

    /** All signatures about one milestone's round, or one bid (round 0), in the order in which they came. */
    public List<StewardSignature> about(List<DecisionAction> actions, BigInteger subject, int part, int round) {
        return list(
                "action in ?1 and subject = ?2 and part = ?3 and round = ?4 order by signedAt, steward",
                actions,
                subject,
                part,
                round);
    }

    /** The reason whose hash the chain shows, where a steward gave it here. */
    public Optional<String> reason(BigInteger subject, int part, String reasonHash) {
        return find("subject = ?1 and part = ?2 and reasonHash = ?3", subject, part, reasonHash)
                .firstResultOptional()
                .map(StewardSignature::reason);
    }
}
