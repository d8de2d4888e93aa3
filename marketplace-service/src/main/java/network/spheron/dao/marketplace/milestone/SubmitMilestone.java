package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.signature.Signed;

/** Relays a contractor's signed evidence. */
@ApplicationScoped
class SubmitMilestone {
    private final Milestones milestones;
    private final EvidenceRecords evidence;
    private final SubmissionRules rules;
    private final TransactionRelay relay;
    private final Caller caller;

    SubmitMilestone(
            Milestones milestones,
            EvidenceRecords evidence,
            SubmissionRules rules,
            TransactionRelay relay,
            Caller caller) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.rules = rules;
        this.relay = relay;
        this.caller = caller;
    }

    /** What the contractor signs. */
    @Transactional
    PreparedSubmission prepare(MilestoneId id, SubmissionRequest request) {
        Milestone milestone = submittable(id);
        Evidence.Shown shown = request.shown();
        int round = milestone.round() + 1;
        return new PreparedSubmission(
                rules.typedData(id, round, shown.evidenceHash()),
                List.of(
                        "You submit “" + milestone.title() + "” of agreement " + id.agreementId() + ", round " + round
                                + ".",
                        "Evidence: " + shown.url(),
                        "Stewards decide about exactly this evidence; its hash goes on chain."),
                round,
                shown.evidenceHash(),
                rules.ownTransaction(id, round, shown.evidenceHash()));
    }

    /** Checks the signature, keeps the evidence and hands the submission to the relay. */
    @Transactional
    SubmissionView submit(MilestoneId id, SubmissionRequest request) {
        Milestone milestone = submittable(id);
        Evidence.Shown shown = request.shown();
        int round = milestone.round() + 1;
        String hash = shown.evidenceHash();
        String signature =
                Signed.by(milestone.parties().contractor(), rules.typedData(id, round, hash), request.signature());
        SubmissionView submission = relay.submit(
                SubmissionRules.key(id, round),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.submitBySig(
                        id.agreementId(),
                        BigInteger.valueOf(id.position()),
                        BigInteger.valueOf(round),
                        hash,
                        signature));
        if (evidence.behind(id, round, hash).isEmpty()) {
            evidence.persist(new Evidence(id, round, shown, signature));
        }
        return submission;
    }

    private Milestone submittable(MilestoneId id) {
        Milestone milestone = milestones.require(id);
        String contractor = milestone.parties().contractor();
        if (!caller.wallets().contains(contractor)) {
            throw new NotTheContractor(contractor);
        }
        rules.require(milestone);
        return milestone;
    }
}
