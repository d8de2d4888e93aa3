package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.signature.SignatureExpired;
import network.spheron.dao.marketplace.signature.Signed;

/** Takes stewards' signatures over a decision until enough of them are there. */
@ApplicationScoped
public class CollectSignatures {
    private final StewardSignatures signatures;
    private final Council council;
    private final SeparationOfDuties duties;
    private final ChainClock clock;
    private final Caller caller;

    CollectSignatures(
            StewardSignatures signatures, Council council, SeparationOfDuties duties, ChainClock clock, Caller caller) {
        this.signatures = signatures;
        this.council = council;
        this.duties = duties;
        this.clock = clock;
        this.caller = caller;
    }

    /** What the steward would sign; refused for the same reasons as the signature itself. */
    public TypedData prepare(StewardVote vote) {
        requireEligible(vote);
        return council.typedData(vote.decision(), vote.steward(), vote.expiry());
    }

    /** Makes this the only transaction that collects signatures about the subject of a decision. */
    public void begin(StewardDecision decision) {
        signatures.lock(decision);
    }

    /**
     * Keeps a steward's signature, in place of one that is of no more use. Must run inside a transaction, after {@link
     * #begin}.
     *
     * @param refused whether the decision was sent to its contract in vain, so that earlier signatures may be replaced
     * @return the approvals that count now, ascending by address
     */
    public List<StewardCouncil.Approval> collect(StewardVote vote, boolean refused) {
        requireEligible(vote);
        TypedData message = council.typedData(vote.decision(), vote.steward(), vote.expiry());
        String signature = Signed.by(vote.steward(), message, vote.signature());
        signatures.by(vote.steward(), vote.decision()).ifPresent(earlier -> replace(earlier, refused));
        StewardSignature.Signer signer = new StewardSignature.Signer(vote.steward(), caller.personId(), vote.expiry());
        signatures.persistAndFlush(new StewardSignature(vote.decision(), signer, signature, clock.now()));
        return counting(vote.decision());
    }

    private void replace(StewardSignature earlier, boolean refused) {
        if (!refused && earlier.expiry() > clock.now()) {
            throw new AlreadySigned(earlier.steward());
        }
        signatures.delete(earlier);
        signatures.flush();
    }

    private void requireEligible(StewardVote vote) {
        caller.requireWallet(vote.steward());
        if (!council.stewards().contains(vote.steward())) {
            throw new NotASteward(vote.steward());
        }
        duties.require(vote.steward(), vote.interested());
        if (vote.expiry() <= clock.now()) {
            throw new SignatureExpired(vote.expiry(), clock.now());
        }
    }

    private List<StewardCouncil.Approval> counting(StewardDecision decision) {
        Set<String> stewards = new HashSet<>(council.stewards());
        long now = clock.now();
        return signatures.over(decision).stream()
                .filter(given -> given.expiry() > now && stewards.contains(given.steward()))
                .map(given -> new StewardCouncil.Approval(given.steward(), given.expiry(), given.signature()))
                .toList();
    }
}
