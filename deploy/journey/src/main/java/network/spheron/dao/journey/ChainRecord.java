package network.spheron.dao.journey;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;

/** All that the contracts' logs say about one mandate up to a block, gathered without any service. */
final class ChainRecord {
    private final Rpc rpc;
    private final Map<String, String> contracts;
    private final long toBlock;
    private final Map<ContractName, List<Rpc.Log>> logs = new HashMap<>();

    ChainRecord(Rpc rpc, Map<String, String> contracts, long toBlock) {
        this.rpc = rpc;
        this.contracts = contracts;
        this.toBlock = toBlock;
    }

    /** An event together with the transaction that it was in. */
    record Seen<E>(E event, String transaction) {}

    /** A bid's votes, in the smallest unit of the governance token. */
    record Tally(BigInteger yes, BigInteger no, BigInteger abstain) {
        static final Tally NONE = new Tally(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        BigInteger lead() {
            return yes.subtract(no);
        }

        Tally plus(int choice, BigInteger weight) {
            return switch (Roster.Choice.of(choice)) {
                case YES -> new Tally(yes.add(weight), no, abstain);
                case NO -> new Tally(yes, no.add(weight), abstain);
                case ABSTAIN -> new Tally(yes, no, abstain.add(weight));
                case NONE -> this;
            };
        }
    }

    /** A budget line by its events, in the smallest unit of its token. */
    record Line(String name, BigInteger allocated, BigInteger reserved, BigInteger spent) {
        BigInteger free() {
            return allocated.subtract(reserved).subtract(spent);
        }
    }

    Treasury.MandateTerms mandate(BigInteger mandateId) {
        return granted()
                .filter(event -> event.mandateId().equals(mandateId))
                .map(Treasury.MandateGranted::terms)
                .findFirst()
                .orElseThrow(() -> new InputProblem("the chain knows no mandate " + mandateId));
    }

    Map<Integer, BidBook.BidRevealed> revealedBids(BigInteger mandateId) {
        Map<Integer, BidBook.BidRevealed> bids = new TreeMap<>();
        events(ContractName.BID_BOOK, BidBook.BidRevealed.TOPIC, BidBook.BidRevealed::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .forEach(event -> bids.put(event.bidIndex().intValueExact(), event));
        return bids;
    }

    /** Bids that were disqualified and not readmitted. */
    List<Integer> disqualifiedBids(BigInteger mandateId) {
        List<Integer> readmitted = events(
                        ContractName.BID_BOOK, BidBook.BidReadmitted.TOPIC, BidBook.BidReadmitted::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .map(event -> event.bidIndex().intValueExact())
                .toList();
        return events(ContractName.BID_BOOK, BidBook.BidDisqualified.TOPIC, BidBook.BidDisqualified::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .map(event -> event.bidIndex().intValueExact())
                .filter(bid -> !readmitted.contains(bid))
                .toList();
    }

    /** Counted again from every voter's last ballot. */
    Map<Integer, Tally> tallies(BigInteger mandateId) {
        Map<String, BidElection.BallotCast> last = new LinkedHashMap<>();
        events(ContractName.BID_ELECTION, BidElection.BallotCast.TOPIC, BidElection.BallotCast::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .forEach(event -> last.put(event.voter(), event));
        Map<Integer, Tally> tallies = new HashMap<>();
        for (BidElection.BallotCast ballot : last.values()) {
            byte[] choices = HexFormat.of().parseHex(ballot.choices().substring(2));
            for (int bid = 0; bid < choices.length * 4; bid++) {
                int choice = choices[bid / 4] >> (2 * (bid % 4)) & 3;
                tallies.put(bid, tallies.getOrDefault(bid, Tally.NONE).plus(choice, ballot.weight()));
            }
        }
        return tallies;
    }

    List<Integer> winners(BigInteger mandateId) {
        return events(ContractName.BID_ELECTION, BidElection.ElectionDecided.TOPIC, BidElection.ElectionDecided::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .findFirst()
                .map(BidElection.ElectionDecided::winners)
                .orElseThrow(() -> new InputProblem("the chain knows no decided election for mandate " + mandateId));
    }

    /** Whether a vote upheld an objection to the award, so that its winners get nothing. */
    boolean isAnnulled(BigInteger mandateId) {
        return events(
                        ContractName.BID_ELECTION,
                        BidElection.ObjectionResolved.TOPIC,
                        BidElection.ObjectionResolved::decode)
                .map(Seen::event)
                .anyMatch(event -> event.mandateId().equals(mandateId) && event.upheld());
    }

    List<MilestoneEscrow.AgreementFunded> agreements(BigInteger mandateId) {
        return events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.AgreementFunded.TOPIC,
                        MilestoneEscrow.AgreementFunded::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .toList();
    }

    /** An agreement's milestones by index, as its change orders have left them; an amount of zero was dropped. */
    List<BidBook.Milestone> milestones(MilestoneEscrow.AgreementFunded agreement) {
        List<BidBook.Milestone> milestones = new ArrayList<>(agreement.milestones());
        events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.AgreementChanged.TOPIC,
                        MilestoneEscrow.AgreementChanged::decode)
                .map(Seen::event)
                .filter(event -> event.agreementId().equals(agreement.agreementId()))
                .flatMap(event -> event.changes().stream())
                .forEach(change -> {
                    int index = change.index().intValueExact();
                    if (index == milestones.size()) {
                        milestones.add(change.to());
                    } else {
                        milestones.set(index, change.to());
                    }
                });
        return milestones;
    }

    /**
     * A milestone's payment.
     *
     * @param due the payee at that moment: the bid's, or the one that it named since
     * @param isOwed the payee could not receive it, and has to withdraw it
     */
    record Payment(MilestoneEscrow.MilestonePaid event, String transaction, String due, boolean isOwed) {}

    /** The payments of an agreement, each with the payee that it was due to. */
    List<Payment> payments(MilestoneEscrow.AgreementFunded agreement) {
        List<Payment> payments = new ArrayList<>();
        String payee = agreement.payee();
        for (Rpc.Log log : logs.computeIfAbsent(ContractName.MILESTONE_ESCROW, this::read)) {
            String topic = log.topics().get(0);
            if (topic.equals(MilestoneEscrow.PayeeChanged.TOPIC)) {
                MilestoneEscrow.PayeeChanged changed = MilestoneEscrow.PayeeChanged.decode(log.topics(), log.data());
                if (changed.agreementId().equals(agreement.agreementId())) {
                    payee = changed.to();
                }
            } else if (topic.equals(MilestoneEscrow.MilestonePaid.TOPIC)) {
                MilestoneEscrow.MilestonePaid paid = MilestoneEscrow.MilestonePaid.decode(log.topics(), log.data());
                if (paid.agreementId().equals(agreement.agreementId())) {
                    payments.add(new Payment(paid, log.transaction(), payee, isOwed(paid)));
                }
            }
        }
        return payments;
    }

    private boolean isOwed(MilestoneEscrow.MilestonePaid paid) {
        return events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.PaymentOwed.TOPIC,
                        MilestoneEscrow.PaymentOwed::decode)
                .map(Seen::event)
                .anyMatch(owed -> owed.agreementId().equals(paid.agreementId())
                        && owed.milestone().equals(paid.milestone()));
    }

    /** What the mandate has paid, by the treasury's own books. */
    BigInteger spent(BigInteger mandateId) {
        return spending()
                .filter(event -> event.mandateId().equals(mandateId))
                .map(Treasury.MandateSpent::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What the mandate still holds back on its line. */
    BigInteger reserved(BigInteger mandateId) {
        return mandate(mandateId).cap().subtract(spent(mandateId)).subtract(returned(mandateId));
    }

    /** Every line by id, replayed from the treasury's events. */
    Map<String, Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        events(ContractName.TREASURY, Treasury.LineOpened.TOPIC, Treasury.LineOpened::decode)
                .map(Seen::event)
                .forEach(event -> lines.put(
                        event.lineId(), new Line(event.name(), event.allocated(), BigInteger.ZERO, BigInteger.ZERO)));
        granted()
                .forEach(mandate -> lines.computeIfPresent(mandate.lineId(), (id, line) -> {
                    BigInteger reserved = reserved(mandate.mandateId());
                    BigInteger spent = spent(mandate.mandateId());
                    return new Line(
                            line.name(),
                            line.allocated(),
                            line.reserved().add(reserved),
                            line.spent().add(spent));
                }));
        events(ContractName.TREASURY, Treasury.LineAllocated.TOPIC, Treasury.LineAllocated::decode)
                .map(Seen::event)
                .forEach(event -> lines.computeIfPresent(
                        event.lineId(),
                        (id, line) -> new Line(line.name(), event.allocated(), line.reserved(), line.spent())));
        events(ContractName.TREASURY, Treasury.DistributionOpened.TOPIC, Treasury.DistributionOpened::decode)
                .map(Seen::event)
                .forEach(event -> lines.computeIfPresent(event.lineId(), (id, line) -> {
                    BigInteger claimed = claimed(event.distributionId());
                    BigInteger open = event.terms().total().subtract(claimed).subtract(freed(event.distributionId()));
                    return new Line(
                            line.name(),
                            line.allocated(),
                            line.reserved().add(open),
                            line.spent().add(claimed));
                }));
        return lines;
    }

    private BigInteger claimed(BigInteger distributionId) {
        return events(ContractName.TREASURY, Treasury.ShareClaimed.TOPIC, Treasury.ShareClaimed::decode)
                .map(Seen::event)
                .filter(event -> event.distributionId().equals(distributionId))
                .map(Treasury.ShareClaimed::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger freed(BigInteger distributionId) {
        return events(ContractName.TREASURY, Treasury.DistributionClosed.TOPIC, Treasury.DistributionClosed::decode)
                .map(Seen::event)
                .filter(event -> event.distributionId().equals(distributionId))
                .map(Treasury.DistributionClosed::freed)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger returned(BigInteger mandateId) {
        Stream<BigInteger> freed = events(
                        ContractName.TREASURY, Treasury.MandateClosed.TOPIC, Treasury.MandateClosed::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .map(Treasury.MandateClosed::freed);
        Stream<BigInteger> refunded = events(
                        ContractName.TREASURY, Treasury.MandateRefunded.TOPIC, Treasury.MandateRefunded::decode)
                .map(Seen::event)
                .filter(event -> event.mandateId().equals(mandateId))
                .map(Treasury.MandateRefunded::amount);
        return Stream.concat(freed, refunded).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Stream<Treasury.MandateGranted> granted() {
        return events(ContractName.TREASURY, Treasury.MandateGranted.TOPIC, Treasury.MandateGranted::decode)
                .map(Seen::event);
    }

    private Stream<Treasury.MandateSpent> spending() {
        return events(ContractName.TREASURY, Treasury.MandateSpent.TOPIC, Treasury.MandateSpent::decode)
                .map(Seen::event);
    }

    private <E> Stream<Seen<E>> events(
            ContractName contract, String topic, BiFunction<List<String>, String, E> decode) {
        return logs.computeIfAbsent(contract, this::read).stream()
                .filter(log -> log.topics().get(0).equals(topic))
                .map(log -> new Seen<>(decode.apply(log.topics(), log.data()), log.transaction()));
    }

    private List<Rpc.Log> read(ContractName contract) {
        String address = contracts.get(contract.key());
        if (address == null) {
            throw new InputProblem("the report names no contract " + contract.key());
        }
        return new ArrayList<>(rpc.logs(address, toBlock));
    }
}
