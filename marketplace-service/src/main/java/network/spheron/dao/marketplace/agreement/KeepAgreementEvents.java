package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.agreement.AgreementEvent.Fact;
import network.spheron.dao.marketplace.agreement.AgreementEvent.Kind;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** Writes down in words what changes an agreement or ends it, with the transaction and the hash that prove it. */
@ApplicationScoped
class KeepAgreementEvents implements ChainListener {
    private final AgreementEvents events;
    private final WebConfig web;

    KeepAgreementEvents(AgreementEvents events, WebConfig web) {
        this.events = events;
        this.web = web;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.AgreementChanged.TOPIC)) {
            MilestoneEscrow.AgreementChanged event = MilestoneEscrow.AgreementChanged.decode(log.topics(), log.data());
            keep(
                    log,
                    event.agreementId(),
                    new Fact(Kind.CHANGED, event.number().intValueExact(), words(event), hash(event.changes())));
        } else if (log.is(MilestoneEscrow.AgreementTerminated.TOPIC)) {
            MilestoneEscrow.AgreementTerminated event =
                    MilestoneEscrow.AgreementTerminated.decode(log.topics(), log.data());
            String words =
                    "A vote ended the agreement. What was submitted before is still decided, and paid if approved.";
            keep(log, event.agreementId(), new Fact(Kind.TERMINATED, null, words, event.reasonHash()));
        } else {
            payee(log);
        }
    }

    private void payee(ChainLog log) {
        if (log.is(MilestoneEscrow.PayeeChangeRequested.TOPIC)) {
            MilestoneEscrow.PayeeChangeRequested event =
                    MilestoneEscrow.PayeeChangeRequested.decode(log.topics(), log.data());
            String words = "The payee asked to be paid at " + event.payee() + " instead.";
            keep(log, event.agreementId(), numbered(Kind.PAYEE_CHANGE_REQUESTED, event.number(), words));
        } else if (log.is(MilestoneEscrow.PayeeChangeCancelled.TOPIC)) {
            MilestoneEscrow.PayeeChangeCancelled event =
                    MilestoneEscrow.PayeeChangeCancelled.decode(log.topics(), log.data());
            String words = "The change of the payee was cancelled.";
            keep(log, event.agreementId(), numbered(Kind.PAYEE_CHANGE_CANCELLED, event.number(), words));
        } else if (log.is(MilestoneEscrow.PayeeChanged.TOPIC)) {
            MilestoneEscrow.PayeeChanged event = MilestoneEscrow.PayeeChanged.decode(log.topics(), log.data());
            String words = "The payee is " + event.to() + " now, and no longer " + event.from() + ".";
            keep(log, event.agreementId(), new Fact(Kind.PAYEE_CHANGED, null, words, null));
        }
    }

    private static Fact numbered(Kind kind, BigInteger number, String words) {
        return new Fact(kind, number.intValueExact(), words, null);
    }

    private void keep(ChainLog log, BigInteger agreementId, Fact fact) {
        events.persist(new AgreementEvent(
                agreementId, fact, log.transactionHash(), log.block().timestamp()));
    }

    private String words(MilestoneEscrow.AgreementChanged event) {
        StringBuilder words = new StringBuilder("A change order was agreed.");
        milestones(event.changes(), false)
                .ifPresent(kept ->
                        words.append(" As shown from now on: ").append(kept).append('.'));
        milestones(event.changes(), true)
                .ifPresent(dropped -> words.append(" Dropped: ").append(dropped).append('.'));
        if (event.added().signum() > 0) {
            words.append(" The mandate adds ").append(money(event.added())).append('.');
        }
        if (event.returned().signum() > 0) {
            words.append(' ').append(money(event.returned())).append(" goes back to the treasury.");
        }
        return words.toString();
    }

    private static Optional<String> milestones(List<MilestoneEscrow.Change> changes, boolean dropped) {
        return changes.stream()
                .filter(change -> (change.to().amount().signum() == 0) == dropped)
                .map(change -> "milestone " + change.index().add(BigInteger.ONE))
                .reduce((one, other) -> one + ", " + other);
    }

    private String money(BigInteger amount) {
        return TokenAmount.format(amount, web.paymentDecimals()) + " " + web.paymentSymbol();
    }

    /** keccak256(abi.encode(Change[])), which both sides signed: offset and length, then four words for each change. */
    private static String hash(List<MilestoneEscrow.Change> changes) {
        return Keccak.hashHex("0x" + word(BigInteger.valueOf(32)) + word(BigInteger.valueOf(changes.size()))
                + changes.stream()
                        .map(change -> word(change.index())
                                + word(change.to().amount())
                                + word(BigInteger.valueOf(change.to().duration()))
                                + change.to().descriptionHash().substring(2))
                        .collect(Collectors.joining()));
    }

    private static String word(BigInteger value) {
        return String.format("%064x", value);
    }
}
