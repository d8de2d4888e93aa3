package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.marketplace.evaluation.StewardSignatures;
import network.spheron.dao.messaging.Outbox;

/** Keeps milestones as the MilestoneEscrow contract has them, and publishes approvals. */
@ApplicationScoped
class FollowMilestones implements ChainListener {
    private static final String REASON_UNKNOWN =
            "The reason was not given to this portal; the chain has its hash only.";
    private static final String NO_REASON = "0x" + "0".repeat(64);

    private final Milestones milestones;
    private final SubmittedRounds rounds;
    private final StewardSignatures signatures;
    private final Outbox outbox;

    FollowMilestones(Milestones milestones, SubmittedRounds rounds, StewardSignatures signatures, Outbox outbox) {
        this.milestones = milestones;
        this.rounds = rounds;
        this.signatures = signatures;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.MilestoneSubmitted.TOPIC)) {
            submitted(MilestoneEscrow.MilestoneSubmitted.decode(log.topics(), log.data()), log);
        } else if (log.is(MilestoneEscrow.MilestoneApproved.TOPIC)) {
            approved(MilestoneEscrow.MilestoneApproved.decode(log.topics(), log.data()), log);
        } else if (log.is(MilestoneEscrow.MilestoneSentBack.TOPIC)) {
            sentBack(MilestoneEscrow.MilestoneSentBack.decode(log.topics(), log.data()), log);
        } else if (log.is(MilestoneEscrow.MilestoneRejected.TOPIC)) {
            rejected(MilestoneEscrow.MilestoneRejected.decode(log.topics(), log.data()), log);
        } else if (log.is(MilestoneEscrow.MilestoneChallenged.TOPIC)) {
            challenged(MilestoneEscrow.MilestoneChallenged.decode(log.topics(), log.data()), log);
        } else if (log.is(MilestoneEscrow.MilestonePaid.TOPIC)) {
            MilestoneEscrow.MilestonePaid event = MilestoneEscrow.MilestonePaid.decode(log.topics(), log.data());
            at(event.agreementId(), event.milestone()).paid(log.transactionHash());
        } else if (log.is(MilestoneEscrow.MilestoneRefunded.TOPIC)) {
            MilestoneEscrow.MilestoneRefunded event =
                    MilestoneEscrow.MilestoneRefunded.decode(log.topics(), log.data());
            at(event.agreementId(), event.milestone()).refunded(log.transactionHash());
        }
    }

    private Milestone at(BigInteger agreementId, BigInteger position) {
        return milestones.require(MilestoneId.of(agreementId, position));
    }

    private void submitted(MilestoneEscrow.MilestoneSubmitted event, ChainLog log) {
        Milestone milestone = at(event.agreementId(), event.milestone());
        int round = event.round().intValueExact();
        milestone.submitted(round, event.evidenceHash(), event.reviewEnds());
        rounds.persist(new SubmittedRound(
                milestone.id(),
                round,
                event.evidenceHash(),
                log.transactionHash(),
                log.block().timestamp()));
    }

    private void approved(MilestoneEscrow.MilestoneApproved event, ChainLog log) {
        Milestone milestone = at(event.agreementId(), event.milestone());
        milestone.approved(event.challengeEnds());
        int round = event.round().intValueExact();
        rounds.require(milestone.id(), round).ended(MilestoneStatus.APPROVED, null, log.transactionHash());
        outbox.publish(new MilestoneApproved(
                event.agreementId(),
                milestone.id().position(),
                round,
                milestone.evidenceHash().orElseThrow(),
                event.challengeEnds(),
                log.transactionHash()));
    }

    private void sentBack(MilestoneEscrow.MilestoneSentBack event, ChainLog log) {
        Milestone milestone = at(event.agreementId(), event.milestone());
        milestone.sentBack(event.dueAt());
        rounds.require(milestone.id(), event.round().intValueExact())
                .ended(MilestoneStatus.SENT_BACK, reason(milestone, event.reasonHash()), log.transactionHash());
    }

    private void rejected(MilestoneEscrow.MilestoneRejected event, ChainLog log) {
        Milestone milestone = at(event.agreementId(), event.milestone());
        milestone.rejected(event.challengeEnds());
        rounds.require(milestone.id(), event.round().intValueExact())
                .ended(MilestoneStatus.REJECTED, reason(milestone, event.reasonHash()), log.transactionHash());
    }

    private void challenged(MilestoneEscrow.MilestoneChallenged event, ChainLog log) {
        Milestone milestone = at(event.agreementId(), event.milestone());
        milestone.challenged(event.rulingEnds());
        rounds.require(milestone.id(), event.round().intValueExact())
                .ended(
                        MilestoneStatus.CHALLENGED,
                        new OutcomeReason("Challenged by " + event.challenger(), event.reasonHash()),
                        log.transactionHash());
    }

    private OutcomeReason reason(Milestone milestone, String reasonHash) {
        if (reasonHash.equals(NO_REASON)) {
            return new OutcomeReason("No vote upheld the challenge of its rejection in time.", reasonHash);
        }
        MilestoneId id = milestone.id();
        return new OutcomeReason(
                signatures.reason(id.agreementId(), id.position(), reasonHash).orElse(REASON_UNKNOWN), reasonHash);
    }
}
