package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Completes changes of payees that nobody cancelled in time. */
@ApplicationScoped
class CompletePayeeChanges {
    private final Agreements agreements;
    private final DueCalls due;
    private final DueWork dueWork;

    CompletePayeeChanges(Agreements agreements, DueCalls due, DueWork dueWork) {
        this.agreements = agreements;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        dueWork.each(
                "payee change",
                () -> agreements.withPayeeChangeDue(advanced.block().timestamp()),
                this::complete);
    }

    private void complete(BigInteger agreementId) {
        agreements
                .require(agreementId)
                .payeeChange()
                .ifPresent(change -> due.send(
                        "agreement:" + agreementId + ":payee-change:" + change.number(),
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.completePayeeChange(agreementId)));
    }
}
