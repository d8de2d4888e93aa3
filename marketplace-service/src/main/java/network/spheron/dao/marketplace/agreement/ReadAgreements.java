package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.evaluation.Council;
import network.spheron.dao.marketplace.milestone.Milestone;
import network.spheron.dao.marketplace.milestone.MilestoneStatus;
import network.spheron.dao.marketplace.milestone.Milestones;
import network.spheron.dao.marketplace.milestone.ReadMilestones;
import org.jspecify.annotations.Nullable;

/** Shows agreements with their milestones. */
@ApplicationScoped
public class ReadAgreements {
    private final Agreements agreements;
    private final AgreementEvents events;
    private final Milestones milestones;
    private final ReadMilestones readMilestones;
    private final Council council;
    private final CancelPayeeChange cancelPayeeChange;
    private final Caller caller;

    ReadAgreements(
            Agreements agreements,
            AgreementEvents events,
            Milestones milestones,
            ReadMilestones readMilestones,
            Council council,
            CancelPayeeChange cancelPayeeChange,
            Caller caller) {
        this.agreements = agreements;
        this.events = events;
        this.milestones = milestones;
        this.readMilestones = readMilestones;
        this.council = council;
        this.cancelPayeeChange = cancelPayeeChange;
        this.caller = caller;
    }

    /** The newest agreements, all or those under one mandate. */
    @Transactional
    List<AgreementLine> all(@Nullable BigInteger mandateId) {
        List<Agreement> found = mandateId == null ? agreements.newestFirst() : agreements.under(mandateId);
        return found.stream().map(this::line).toList();
    }

    /** Agreements in which one of the caller's wallets is the contractor. */
    @Transactional
    public List<AgreementLine> mine() {
        Set<String> wallets = caller.wallets();
        return wallets.isEmpty()
                ? List.of()
                : agreements.ofContractors(wallets).stream().map(this::line).toList();
    }

    @Transactional
    AgreementView one(BigInteger agreementId) {
        Agreement agreement = agreements.require(agreementId);
        List<Milestone> parts = milestones.of(agreementId);
        AgreementStatus status = AgreementStatus.of(agreement, parts);
        return new AgreementView(
                agreementId.toString(),
                agreement.mandateId().toString(),
                agreement.bidId().orElse(null),
                agreement.title(),
                status.slug(),
                status.words(),
                agreement.contractor(),
                agreement.payee(),
                payeeChange(agreement),
                agreement.token(),
                agreement.price().toString(),
                sum(parts, MilestoneStatus.PAID).toString(),
                sum(parts, MilestoneStatus.REFUNDED).toString(),
                agreement.startedAt(),
                agreement.funding(),
                readMilestones.of(agreementId, council.threshold()),
                events.of(agreementId));
    }

    private AgreementView.@Nullable PayeeChangeView payeeChange(Agreement agreement) {
        return agreement
                .payeeChange()
                .map(change -> new AgreementView.PayeeChangeView(
                        change.number(),
                        change.payee(),
                        cancelPayeeChange.effectiveFrom(agreement.agreementId()),
                        cancelPayeeChange.action(agreement)))
                .orElse(null);
    }

    private AgreementLine line(Agreement agreement) {
        List<Milestone> parts = milestones.of(agreement.agreementId());
        AgreementStatus status = AgreementStatus.of(agreement, parts);
        long ended =
                parts.stream().filter(milestone -> milestone.status().isEnded()).count();
        return new AgreementLine(
                agreement.agreementId().toString(),
                agreement.mandateId().toString(),
                agreement.title(),
                status.slug(),
                status.words(),
                agreement.contractor(),
                agreement.token(),
                agreement.price().toString(),
                sum(parts, MilestoneStatus.PAID).toString(),
                Math.toIntExact(ended),
                parts.size());
    }

    /** The amounts of the milestones that have this status. */
    private static BigInteger sum(List<Milestone> parts, MilestoneStatus status) {
        return parts.stream()
                .filter(milestone -> milestone.status() == status)
                .map(Milestone::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
