package network.spheron.dao.treasury.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.treasury.budget.BudgetLines;

/** Follows the Treasury contract: lines, mandates, and what mandates commit, spend and give back. */
@ApplicationScoped
class TreasuryContract implements ChainListener {
    private static final String[] KINDS = {"DIRECT", "COMPETITION"};
    private static final String[] AWARD_RULES = {"SINGLE_WINNER", "FILL_BUDGET"};

    private final Mandates mandates;
    private final BudgetLines lines;
    private final Outbox outbox;

    TreasuryContract(Mandates mandates, BudgetLines lines, Outbox outbox) {
        this.mandates = mandates;
        this.lines = lines;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.TREASURY);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(Treasury.LineOpened.TOPIC)) {
            Treasury.LineOpened event = Treasury.LineOpened.decode(log.topics(), log.data());
            lines.opened(log, event.lineId(), event.name(), event.token(), event.allocated());
        } else if (log.is(Treasury.LineAllocated.TOPIC)) {
            Treasury.LineAllocated event = Treasury.LineAllocated.decode(log.topics(), log.data());
            lines.allocated(log, event.lineId(), event.allocated());
        } else if (log.is(Treasury.LinePeriodSet.TOPIC)) {
            Treasury.LinePeriodSet event = Treasury.LinePeriodSet.decode(log.topics(), log.data());
            lines.periodSet(log, event.lineId(), event.periodLength(), event.periodCap());
        } else if (log.is(Treasury.MandateGranted.TOPIC)) {
            granted(log, Treasury.MandateGranted.decode(log.topics(), log.data()));
        } else if (log.is(Treasury.MandateFunded.TOPIC)) {
            Treasury.MandateFunded event = Treasury.MandateFunded.decode(log.topics(), log.data());
            mandates.mandate(event.mandateId()).commit(event.amount());
        } else if (log.is(Treasury.MandateSpent.TOPIC)) {
            Treasury.MandateSpent event = Treasury.MandateSpent.decode(log.topics(), log.data());
            Mandate mandate = mandates.mandate(event.mandateId());
            mandate.spend(event.amount());
            lines.spent(log, mandate.lineId, label(event.mandateId()) + " spent", event.amount());
        } else if (log.is(Treasury.MandateRefunded.TOPIC)) {
            Treasury.MandateRefunded event = Treasury.MandateRefunded.decode(log.topics(), log.data());
            Mandate mandate = mandates.mandate(event.mandateId());
            mandate.refund(event.amount());
            lines.released(log, mandate.lineId, label(event.mandateId()) + " refunded", event.amount());
        } else if (log.is(Treasury.MandateClosed.TOPIC)) {
            Treasury.MandateClosed event = Treasury.MandateClosed.decode(log.topics(), log.data());
            Mandate mandate = mandates.mandate(event.mandateId());
            mandate.close();
            lines.released(log, mandate.lineId, label(event.mandateId()) + " closed", event.freed());
        }
    }

    private void granted(ChainLog log, Treasury.MandateGranted event) {
        MandateTerms terms = terms(event.terms());
        long at = log.block().timestamp();
        mandates.persist(new Mandate(event.mandateId(), terms, at, log.transactionHash()));
        lines.reserved(log, terms.lineId(), label(event.mandateId()) + " granted", terms.cap());
        outbox.publish(new MandateGranted(
                event.mandateId(), terms, lines.line(terms.lineId()).name(), at, log.transactionHash()));
    }

    private static MandateTerms terms(Treasury.MandateTerms terms) {
        return new MandateTerms(
                terms.purposeHash(),
                terms.lineId(),
                terms.token(),
                terms.cap(),
                terms.expiry(),
                KINDS[terms.kind()],
                AWARD_RULES[terms.awardRule()],
                terms.marginBps(),
                terms.quorum(),
                terms.bond(),
                terms.bidsPerBidder(),
                terms.maxBids(),
                terms.biddingPeriod(),
                terms.revealPeriod(),
                terms.reviewPeriod(),
                terms.electionPeriod(),
                terms.standstillPeriod(),
                terms.milestoneReviewPeriod(),
                terms.challengePeriod(),
                terms.toleranceBps(),
                terms.inOrder());
    }

    private static String label(BigInteger mandateId) {
        return "Mandate " + mandateId;
    }
}
