package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Moves milestones forward that the stewards left undecided: nobody decides by silence. */
@ApplicationScoped
class CloseReviews {
    private final Milestones milestones;
    private final DueCalls due;

    CloseReviews(Milestones milestones, DueCalls due) {
        this.milestones = milestones;
        this.due = due;
    }

    @Transactional
    void onAdvance(@Observes ChainAdvanced advanced) {
        for (Milestone milestone : milestones.undecided(advanced.block().timestamp())) {
            MilestoneId id = milestone.id();
            due.send(
                    "agreement:" + id.agreementId() + ":milestone:" + id.position() + ":round:" + milestone.round()
                            + ":close-review",
                    ContractName.MILESTONE_ESCROW,
                    MilestoneEscrow.closeReview(id.agreementId(), BigInteger.valueOf(id.position())));
        }
    }
}
