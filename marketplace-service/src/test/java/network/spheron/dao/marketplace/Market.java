package network.spheron.dao.marketplace;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.testing.platform.TestDao;

/** The people of the marketplace, and the steps of its job as they take them: through the API and their wallets. */
@ApplicationScoped
class Market {
    static final String LINE = "Ecosystem Funds";
    static final BigInteger CAP = BigInteger.valueOf(1_000_000);
    static final String NO_HASH = "0x" + "0".repeat(64);
    static final String FILE_HASH = "0x" + "ab".repeat(32);

    private final Surroundings around;
    private final ChainReader chain;

    Market(Surroundings around, ChainReader chain) {
        this.around = around;
        this.chain = chain;
    }

    /** Seconds of each of a mandate's periods. */
    record Periods(int bidding, int reveal, int review, int milestoneReview) {
        static final int DAY = 86_400;
        static final Periods SHORT = new Periods(600, 600, 600, 30 * DAY);
    }

    Person contractor(int i) {
        Person person = new Person(
                "contractor-" + i, "contractor", TestDao.contractors().get(i));
        around.link(person.name(), person.address(), true);
        return person;
    }

    Person steward(int i) {
        Person person = new Person("steward-" + i, "steward", TestDao.stewards().get(i));
        around.link(person.name(), person.address(), true);
        return person;
    }

    /** Grants a mandate on chain, tells the service, and waits until its keeper has opened the bidding. */
    BigInteger openWorkstream(String title, Periods periods, int bidsPerBidder) {
        return openWorkstream(title, periods, bidsPerBidder, BigInteger.ZERO);
    }

    BigInteger openWorkstream(String title, Periods periods, int bidsPerBidder, BigInteger bond) {
        String text = title + ", asked for at " + System.nanoTime();
        Treasury.MandateTerms terms = terms(Keccak.hash(text), periods, bidsPerBidder, bond);
        BigInteger mandateId = grant(terms);
        announce(mandateId, title, text, event(terms));
        around.eventually(() -> status(mandateId).equals("open"));
        return mandateId;
    }

    /** Grants a mandate on chain and tells nobody; returns its id. */
    BigInteger grant(Treasury.MandateTerms terms) {
        around.decree(ContractName.TREASURY, Treasury.grantMandate(terms));
        return chain.call(ContractName.TREASURY, Treasury.mandateCount());
    }

    /** What governance and treasury, or somebody else, tell of a mandate. */
    void announce(BigInteger mandateId, String title, String text, MandateTerms terms) {
        around.publish(new SipProposed(
                "1" + System.nanoTime(),
                title,
                text,
                Keccak.hash(text),
                "1",
                TestDao.holders().get(0).address(),
                0,
                0));
        around.publish(new MandateGranted(mandateId, terms, LINE, around.now(), NO_HASH));
    }

    Treasury.MandateTerms terms(String purposeHash, Periods periods, int bidsPerBidder, BigInteger bond) {
        String lineId = Keccak.hash(LINE);
        return new Treasury.MandateTerms(
                purposeHash,
                lineId,
                chain.call(ContractName.TREASURY, Treasury.line(lineId)).token(),
                CAP,
                around.now() + 3_000L * Periods.DAY,
                1,
                1,
                1_500,
                BigInteger.TEN.pow(24),
                bond,
                bidsPerBidder,
                50,
                periods.bidding(),
                periods.reveal(),
                periods.review(),
                600,
                600,
                periods.milestoneReview(),
                600,
                1_000,
                false);
    }

    static MandateTerms event(Treasury.MandateTerms terms) {
        return new MandateTerms(
                terms.purposeHash(),
                terms.lineId(),
                terms.token(),
                terms.cap(),
                terms.expiry(),
                "COMPETITION",
                "FILL_BUDGET",
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

    JsonPath workstream(BigInteger mandateId) {
        return RestAssured.get("/api/workstreams/" + mandateId).jsonPath();
    }

    String status(BigInteger mandateId) {
        return String.valueOf(workstream(mandateId).getString("status"));
    }

    void passBidding(BigInteger mandateId) {
        around.passUntil(workstream(mandateId).getLong("windows.biddingEnds"));
    }

    void passReveal(BigInteger mandateId) {
        around.passUntil(workstream(mandateId).getLong("windows.revealEnds"));
    }

    void passReview(BigInteger mandateId) {
        around.passUntil(workstream(mandateId).getLong("windows.reviewEnds"));
    }

    /** A bid as its bidder writes it, in two milestones. */
    Map<String, Object> bid(Person bidder, String title, long price) {
        long first = price / 2;
        return Map.of(
                "bidder",
                bidder.address(),
                "title",
                title,
                "text",
                "How " + bidder.name() + " does it",
                "payee",
                bidder.address(),
                "price",
                String.valueOf(price),
                "milestones",
                List.of(
                        Map.of(
                                "title",
                                "First half",
                                "amount",
                                String.valueOf(first),
                                "durationSeconds",
                                200 * Periods.DAY),
                        Map.of(
                                "title",
                                "Second half",
                                "amount",
                                String.valueOf(price - first),
                                "durationSeconds",
                                400 * Periods.DAY)));
    }

    JsonPath prepared(Person bidder, BigInteger mandateId, Map<String, Object> bid) {
        return bidder.posts("/api/workstreams/" + mandateId + "/bid-request", bid, 200);
    }

    /** The bidder's signature over a prepared bid, by the digest that the contract computes. */
    String signature(Person bidder, BigInteger mandateId, String commitment) {
        return bidder.wallet()
                .sign(chain.call(ContractName.BID_BOOK, BidBook.bidDigest(mandateId, bidder.address(), commitment)));
    }

    /** A bid through the relay; returns its id. */
    String relayed(Person bidder, BigInteger mandateId, String title, long price) {
        JsonPath prepared = prepared(bidder, mandateId, bid(bidder, title, price));
        String bidId = prepared.getString("bidId");
        String signature = signature(bidder, mandateId, prepared.getString("commitment"));
        bidder.posts("/api/workstreams/" + mandateId + "/bids", Map.of("bidId", bidId, "signature", signature), 202);
        awaitBid(bidder, bidId, "committed");
        return bidId;
    }

    void awaitBid(Person bidder, String bidId, String status) {
        around.eventually(() -> status.equals(bidder.sees("/api/bids/" + bidId).getString("status")));
    }

    /** What a steward signs to disqualify a bid, by the digest that the contract computes. */
    String disqualification(Person steward, BigInteger mandateId, JsonPath bid, String reason, long expiry) {
        StewardCouncil.Decision decision = new StewardCouncil.Decision(
                "disqualify bid",
                TestDao.addresses().address(ContractName.BID_BOOK),
                mandateId,
                BigInteger.valueOf(bid.getInt("bidIndex")),
                BigInteger.ZERO,
                bid.getString("commitment"),
                Keccak.hash(reason));
        return signed(steward, decision, expiry);
    }

    /** A steward's signed disqualification of a bid. */
    JsonPath disqualifies(Person steward, BigInteger mandateId, String bidId, String reason, long expiry) {
        JsonPath bid = RestAssured.get("/api/bids/" + bidId).jsonPath();
        return steward.posts(
                "/api/workstreams/" + mandateId + "/bids/" + bid.getInt("bidIndex") + "/disqualifications",
                Map.of(
                        "steward",
                        steward.address(),
                        "reason",
                        reason,
                        "expiry",
                        expiry,
                        "signature",
                        disqualification(steward, mandateId, bid, reason, expiry)),
                202);
    }

    /** What a steward signs about a milestone's round. */
    String decision(
            Person steward, String action, BigInteger agreementId, int milestone, JsonPath round, String reason) {
        StewardCouncil.Decision decision = new StewardCouncil.Decision(
                action,
                TestDao.addresses().address(ContractName.MILESTONE_ESCROW),
                agreementId,
                BigInteger.valueOf(milestone),
                BigInteger.valueOf(round.getInt("round")),
                round.getString("evidenceHash"),
                reason.isEmpty() ? NO_HASH : Keccak.hash(reason));
        return signed(steward, decision, round.getLong("expiry"));
    }

    private String signed(Person steward, StewardCouncil.Decision decision, long expiry) {
        return steward.wallet()
                .sign(chain.call(
                        ContractName.STEWARD_COUNCIL, StewardCouncil.digest(decision, steward.address(), expiry)));
    }

    /** Holds the election of a mandate's bids: opens it, votes, and decides when voting has ended. */
    BidElection.ElectionResult elect(BigInteger mandateId, String choices, List<Integer> order) {
        String anyone = TestDao.holders().get(9).address();
        around.send(anyone, ContractName.BID_ELECTION, BidElection.open(mandateId));
        for (int i = 0; i < 5; i++) {
            around.send(
                    TestDao.holders().get(i).address(),
                    ContractName.BID_ELECTION,
                    BidElection.cast(mandateId, BigInteger.ONE, choices));
        }
        around.passUntil(chain.call(ContractName.BID_ELECTION, BidElection.election(mandateId))
                .votingEnds());
        around.send(anyone, ContractName.BID_ELECTION, BidElection.decide(mandateId, order));
        return chain.call(ContractName.BID_ELECTION, BidElection.election(mandateId));
    }

    /** Makes the agreement of a winning bid, as the treasury's keeper does; returns its id. */
    BigInteger agree(BigInteger mandateId, JsonPath bid) {
        List<BidBook.Milestone> milestones = IntStream.range(
                        0, bid.getList("terms.milestones").size())
                .mapToObj(i -> new BidBook.Milestone(
                        new BigInteger(bid.getString("terms.milestones[" + i + "].amount")),
                        bid.getLong("terms.milestones[" + i + "].durationSeconds"),
                        bid.getString("terms.milestones[" + i + "].descriptionHash")))
                .toList();
        BigInteger index = BigInteger.valueOf(bid.getInt("bidIndex"));
        around.send(
                TestDao.holders().get(9).address(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.create(mandateId, index, milestones));
        BigInteger agreementId =
                chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreementOf(mandateId, index));
        around.eventually(
                () -> RestAssured.get("/api/agreements/" + agreementId).statusCode() == 200);
        return agreementId;
    }

    static Map<String, Object> evidence(String note) {
        return Map.of("evidenceUrl", "https://example.org/work", "evidenceHash", FILE_HASH, "note", note);
    }

    /** The contractor's signature over a milestone's evidence, by the digest that the contract computes. */
    String submission(Person contractor, BigInteger agreementId, int milestone, int round, String evidenceHash) {
        return contractor
                .wallet()
                .sign(chain.call(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.submissionDigest(
                                agreementId, BigInteger.valueOf(milestone), BigInteger.valueOf(round), evidenceHash)));
    }

    /** Submits a milestone's next round and waits until the service has it from the chain. */
    void submit(Person contractor, BigInteger agreementId, int milestone, String note) {
        String path = "/api/agreements/" + agreementId + "/milestones/" + milestone;
        JsonPath prepared = contractor.posts(path + "/submission-request", evidence(note), 200);
        int round = prepared.getInt("round");
        String signature = submission(contractor, agreementId, milestone, round, prepared.getString("evidenceHash"));
        contractor.posts(
                path + "/submissions",
                Map.of(
                        "evidenceUrl",
                        "https://example.org/work",
                        "evidenceHash",
                        FILE_HASH,
                        "note",
                        note,
                        "signature",
                        signature),
                202);
        around.eventually(() -> milestone(agreementId, milestone).equals("submitted"));
    }

    String milestone(BigInteger agreementId, int milestone) {
        return agreement(agreementId).getString("milestones[" + milestone + "].status");
    }

    JsonPath agreement(BigInteger agreementId) {
        return RestAssured.get("/api/agreements/" + agreementId).jsonPath();
    }

    /** The present round of a milestone, with the end of its review as the expiry of signatures. */
    JsonPath round(BigInteger agreementId, int milestone) {
        JsonPath agreement = agreement(agreementId);
        int round = agreement.getInt("milestones[" + milestone + "].round");
        return JsonPath.from(Person.json(Map.of(
                "round",
                round,
                "evidenceHash",
                agreement.getString("milestones[" + milestone + "].rounds[" + (round - 1) + "].evidenceHash"),
                "expiry",
                agreement.getLong("milestones[" + milestone + "].reviewEnds"))));
    }

    /** A steward's signed decision about the present round. */
    JsonPath decides(Person steward, BigInteger agreementId, int milestone, String decision, String reason) {
        String action = switch (decision) {
            case "APPROVE" -> "approve milestone";
            case "SEND_BACK" -> "send back milestone";
            default -> "reject milestone";
        };
        JsonPath round = round(agreementId, milestone);
        return steward.posts(
                "/api/agreements/" + agreementId + "/milestones/" + milestone + "/decisions",
                Map.of(
                        "steward",
                        steward.address(),
                        "decision",
                        decision,
                        "reason",
                        reason,
                        "expiry",
                        round.getLong("expiry"),
                        "signature",
                        decision(steward, action, agreementId, milestone, round, reason)),
                202);
    }
}
