package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Ends challenges that no vote has decided in time: what they were against stands. */
@ApplicationScoped
class LapseChallenges {
    private final Milestones milestones;
    private final DueCalls due;
    private final DueWork dueWork;

    LapseChallenges(Milestones milestones, DueCalls due, DueWork dueWork) {
        this.milestones = milestones;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        dueWork.each("challenge", () -> milestones.unruled(advanced.block().timestamp()), this::lapse);
    }

    private void lapse(MilestoneId id) {
        due.send(
                "agreement:" + id.agreementId() + ":milestone:" + id.position() + ":round:"
                        + milestones.require(id).round() + ":lapse-challenge",
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.lapseChallenge(id.agreementId(), BigInteger.valueOf(id.position())));
    }
}
