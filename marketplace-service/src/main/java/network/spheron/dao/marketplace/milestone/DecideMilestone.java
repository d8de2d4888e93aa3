package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.marketplace.evaluation.CollectSignatures;
import network.spheron.dao.marketplace.evaluation.CollectedDecision;
import network.spheron.dao.marketplace.evaluation.Council;
import network.spheron.dao.marketplace.evaluation.PreparedDecision;
import network.spheron.dao.marketplace.evaluation.RelayDecision;
import network.spheron.dao.marketplace.evaluation.StewardDecision;
import network.spheron.dao.marketplace.evaluation.StewardVote;

/** Collects the stewards' signatures over a submitted milestone, per round, and relays what enough of them decided. */
@ApplicationScoped
class DecideMilestone {
    private final MilestoneReview review;
    private final SubmittedRounds rounds;
    private final CollectSignatures signatures;
    private final RelayDecision relayDecision;
    private final Council council;

    DecideMilestone(
            MilestoneReview review,
            SubmittedRounds rounds,
            CollectSignatures signatures,
            RelayDecision relayDecision,
            Council council) {
        this.review = review;
        this.rounds = rounds;
        this.signatures = signatures;
        this.relayDecision = relayDecision;
        this.council = council;
    }

    /** What the steward signs. */
    @Transactional
    PreparedDecision prepare(MilestoneId id, DecisionRequest request) {
        Milestone milestone = review.requireOpen(id, request.round());
        StewardVote vote = review.vote(milestone, request);
        return new PreparedDecision(
                signatures.prepare(vote),
                words(milestone, vote.decision()),
                milestone.round(),
                vote.expiry(),
                vote.decision().reasonHash());
    }

    private static List<String> words(Milestone milestone, StewardDecision decision) {
        List<String> words = new ArrayList<>();
        String what = "“" + milestone.title() + "” of agreement "
                + milestone.id().agreementId() + ", round " + milestone.round();
        switch (decision.action()) {
            case APPROVE_MILESTONE ->
                words.add("You approve " + what + ". After the challenge window its amount is paid to the payee.");
            case SEND_BACK_MILESTONE -> words.add("You send back " + what + ". The contractor may submit it again.");
            default -> words.add("You reject " + what + ". Its amount goes back to the treasury.");
        }
        words.add("You decide about the evidence with the hash " + decision.contentHash() + " and no other.");
        if (!decision.reason().isEmpty()) {
            words.add("This reason is published: “" + decision.reason() + "”");
        }
        return words;
    }

    /** Keeps the steward's signature, and relays the decision once there are enough for this round. */
    @Transactional
    CollectedDecision submit(MilestoneId id, DecisionRequest request) {
        Milestone milestone = review.requireOpen(id, request.round());
        StewardVote vote = review.vote(milestone, request);
        refuseOldRound(milestone, vote);
        return relayDecision.collect(
                vote,
                MilestoneReview.key(milestone, vote.decision().action()),
                approvals -> MilestoneReview.call(milestone, vote.decision(), approvals));
    }

    /** Says so where the signature is one over an earlier round, instead of just calling it wrong. */
    private void refuseOldRound(Milestone milestone, StewardVote vote) {
        String signature = vote.signature();
        if (signature == null) {
            return;
        }
        for (SubmittedRound earlier : rounds.of(milestone.id())) {
            if (earlier.round() >= milestone.round()) {
                continue;
            }
            StewardDecision then = new StewardDecision(
                    vote.decision().action(),
                    milestone.id().agreementId(),
                    milestone.id().position(),
                    earlier.round(),
                    earlier.evidenceHash(),
                    vote.decision().reason());
            String digest =
                    council.typedData(then, vote.steward(), vote.expiry()).digest();
            if (Signatures.isBy(vote.steward(), digest, signature)) {
                throw new OldRound(earlier.round(), milestone.round());
            }
        }
    }
}
