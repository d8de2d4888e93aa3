package network.spheron.dao.treasury;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.platform.TestDao;

/** A mandate's way from the vote to a decided election on the real contracts, and the news that other services send of it. */
public final class Competition {
    /** The budget line that pays. */
    public static final String LINE = "Ecosystem Funds";

    private static final int PERIOD = TestDao.SHORTEST_PERIOD;
    private static final long LIFETIME = 90L * 24 * 3600;
    private static final int YES = 1;
    private static final int NO = 2;

    private final BigInteger mandateId;
    private final List<Bid> bids = new ArrayList<>();
    private List<Integer> winners = List.of();

    private Competition(BigInteger mandateId) {
        this.mandateId = mandateId;
    }

    /** A bid; amounts in the smallest unit. */
    public record Bid(String bidder, String payee, List<MilestoneTerms> milestones) {
        BigInteger price() {
            return milestones.stream().map(MilestoneTerms::amount).reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /** Whole tokens of six decimals. */
    public static BigInteger dollars(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(6));
    }

    /** A mandate, as the timelock grants it after a vote. */
    public static Competition granted(long cap, long lifetime) {
        return granted(cap, lifetime, false);
    }

    private static Competition granted(long cap, long lifetime, boolean inOrder) {
        Treasury.MandateTerms terms = new Treasury.MandateTerms(
                Keccak.hash(UUID.randomUUID().toString()),
                Keccak.hash(LINE),
                OnChain.address(ContractName.PAYMENT_TOKEN),
                dollars(cap),
                OnChain.now() + lifetime,
                1,
                1,
                1_500,
                TestDao.HOLDING.shiftRight(1),
                BigInteger.ZERO,
                4,
                4,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                0,
                inOrder);
        OnChain.send(OnChain.address(ContractName.DAO_TIMELOCK), ContractName.TREASURY, Treasury.grantMandate(terms));
        return new Competition(OnChain.read(ContractName.TREASURY, Treasury.mandateCount()));
    }

    /** A mandate with bids of which every one is approved, decided, with its standstill running. */
    public static Competition decided(long cap, Bid... bids) {
        return granted(cap, LIFETIME).bidding(bids).election(true);
    }

    /** The same under a mandate whose milestones are submitted one after the other. */
    public static Competition decidedInOrder(long cap, Bid... bids) {
        return granted(cap, LIFETIME, true).bidding(bids).election(true);
    }

    /** One bid of a contractor with those milestones, paid to an address. */
    public static Bid bid(int contractor, String payee, long... dollars) {
        List<MilestoneTerms> milestones = IntStream.range(0, dollars.length)
                .mapToObj(i -> new MilestoneTerms(dollars(dollars[i]), 30L * 24 * 3600, Keccak.hash("milestone " + i)))
                .toList();
        return new Bid(TestDao.contractors().get(contractor).address(), payee, milestones);
    }

    Competition bidding(Bid... given) {
        OnChain.send(anyone(), ContractName.BID_BOOK, BidBook.open(mandateId));
        for (Bid bid : given) {
            String commitment = OnChain.read(ContractName.BID_BOOK, BidBook.commitmentOf(terms(bid)));
            OnChain.send(bid.bidder(), ContractName.BID_BOOK, BidBook.commit(mandateId, commitment));
            bids.add(bid);
        }
        OnChain.pass(PERIOD);
        for (int i = 0; i < bids.size(); i++) {
            Bid bid = bids.get(i);
            OnChain.send(
                    anyone(),
                    ContractName.BID_BOOK,
                    BidBook.reveal(mandateId, BigInteger.valueOf(i), terms(bid), onChain(bid.milestones())));
        }
        OnChain.pass(2 * PERIOD);
        return this;
    }

    Competition election(boolean approve) {
        OnChain.send(anyone(), ContractName.BID_ELECTION, BidElection.open(mandateId));
        int choices = 0;
        for (int i = 0; i < bids.size(); i++) {
            choices |= (approve ? YES : NO) << (2 * i);
        }
        OnChain.send(
                TestDao.holders().get(0).address(),
                ContractName.BID_ELECTION,
                BidElection.cast(mandateId, BigInteger.ONE, "0x" + String.format("%02x", choices)));
        OnChain.pass(PERIOD);
        List<Integer> order = IntStream.range(0, bids.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> bids.get(i).price()))
                .toList();
        OnChain.send(anyone(), ContractName.BID_ELECTION, BidElection.decide(mandateId, approve ? order : List.of()));
        winners = OnChain.read(ContractName.BID_ELECTION, BidElection.winners(mandateId));
        return this;
    }

    /** The standstill passes. */
    public void passStandstill() {
        OnChain.pass(PERIOD);
    }

    public BigInteger mandateId() {
        return mandateId;
    }

    /** What marketplace tells of each bid. */
    public List<DomainEvent> bidsRevealed() {
        return IntStream.range(0, bids.size())
                .mapToObj(i -> (DomainEvent) revealed(i, bids.get(i).milestones()))
                .toList();
    }

    /** What marketplace tells of one bid, or somebody else with other milestones. */
    public BidRevealed revealed(int index, List<MilestoneTerms> milestones) {
        Bid bid = bids.get(index);
        String token = OnChain.address(ContractName.PAYMENT_TOKEN);
        return new BidRevealed(mandateId, index, bid.bidder(), bid.payee(), token, bid.price(), "Work", milestones);
    }

    /** What governance tells of the election. */
    public ElectionDecided electionDecided() {
        BidElection.ElectionResult election = OnChain.read(ContractName.BID_ELECTION, BidElection.election(mandateId));
        return new ElectionDecided(
                mandateId,
                List.of(),
                winners,
                election.awarded(),
                election.standstillEnds(),
                Keccak.hash("decision of mandate " + mandateId));
    }

    /** Somebody makes the agreement of a bid without the service. */
    public void fundDirectly(int index) {
        OnChain.send(
                anyone(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.create(
                        mandateId,
                        BigInteger.valueOf(index),
                        onChain(bids.get(index).milestones())));
    }

    /** The agreement of a bid; zero while there is none. */
    public BigInteger agreement(int index) {
        return OnChain.read(
                ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreementOf(mandateId, BigInteger.valueOf(index)));
    }

    private static String anyone() {
        return TestDao.holders().stream()
                .map(TestKey::address)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static BidBook.BidTerms terms(Bid bid) {
        return new BidBook.BidTerms(
                bid.bidder(),
                bid.payee(),
                OnChain.address(ContractName.PAYMENT_TOKEN),
                bid.price(),
                milestonesHash(bid),
                Keccak.hash("text"),
                Keccak.hash(bid.toString()));
    }

    // keccak256(abi.encode(Milestone[])): the list as it stands in a call, behind the offset of a single argument.
    private static String milestonesHash(Bid bid) {
        String call = MilestoneEscrow.create(BigInteger.ZERO, BigInteger.ZERO, onChain(bid.milestones()))
                .data();
        return Keccak.hashHex("0x" + String.format("%064x", 32) + call.substring(10 + 3 * 64));
    }

    private static List<BidBook.Milestone> onChain(List<MilestoneTerms> milestones) {
        return milestones.stream()
                .map(terms -> new BidBook.Milestone(terms.amount(), terms.duration(), terms.descriptionHash()))
                .toList();
    }
}
