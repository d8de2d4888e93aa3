package network.spheron.dao.marketplace;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.platform.TestDao;

/**
 * The situation in which bad requests are made: a workstream open for bids, one in which bids are revealed, one in review,
 * and an agreement whose first milestone waits for a decision about its second round. Set once.
 */
@ApplicationScoped
public class BadInputScene {
    static final String REASON = "Not what was asked for.";
    private static final int LONG = 300 * Market.Periods.DAY;

    private final Market market;
    private final Surroundings around;
    private final AtomicReference<Facts> facts = new AtomicReference<>();

    BadInputScene(Market market, Surroundings around) {
        this.market = market;
        this.around = around;
    }

    /** What the requests refer to. */
    private record Facts(
            BigInteger open,
            BigInteger revealing,
            BigInteger review,
            BigInteger agreementId,
            String oldApproval,
            long oldExpiry,
            String committed,
            JsonPath prepared) {}

    public void set() {
        if (facts.get() != null) {
            return;
        }
        Person bidder = market.contractor(0);
        List.of(1, 2).forEach(market::contractor);
        List.of(0, 1, 2).forEach(market::steward);
        around.link("steward-2", bidder.address(), false);
        around.link("impostor", impostor().address(), true);
        BigInteger agreed = market.openWorkstream("Agreed work", Market.Periods.SHORT, 1);
        String won = market.relayed(bidder, agreed, "The winner", 1_000);
        BigInteger agreementId = agreement(bidder, agreed, won);
        market.submit(bidder, agreementId, 0, "Round one");
        JsonPath first = market.round(agreementId, 0);
        String oldApproval = market.decision(steward(0), "approve milestone", agreementId, 0, first, "");
        market.decides(steward(0), agreementId, 0, "SEND_BACK", REASON);
        market.decides(steward(1), agreementId, 0, "SEND_BACK", REASON);
        around.eventually(() -> market.milestone(agreementId, 0).equals("sent_back"));
        market.submit(bidder, agreementId, 0, "Round two");

        BigInteger review = inReview(bidder);
        BigInteger revealing = inReveal(bidder);
        BigInteger open = market.openWorkstream("Open work", new Market.Periods(LONG, 600, 600, 600), 1);
        String committed = market.relayed(market.contractor(2), open, "The only one allowed", 1_000);
        JsonPath prepared = market.prepared(bidder, open, market.bid(bidder, "To be signed", 1_000));
        facts.set(new Facts(
                open, revealing, review, agreementId, oldApproval, first.getLong("expiry"), committed, prepared));
        around.settled();
    }

    private BigInteger agreement(Person bidder, BigInteger mandateId, String won) {
        market.passBidding(mandateId);
        market.awaitBid(bidder, won, "revealed");
        market.passReveal(mandateId);
        market.passReview(mandateId);
        BidElection.ElectionResult decided = market.elect(mandateId, "0x01", List.of(0));
        around.passUntil(decided.standstillEnds());
        return market.agree(mandateId, bidder.sees("/api/bids/" + won));
    }

    private BigInteger inReview(Person bidder) {
        BigInteger mandateId = market.openWorkstream("Work in review", new Market.Periods(600, 600, LONG, 600), 1);
        String bidId = market.relayed(bidder, mandateId, "Under review", 1_000);
        market.passBidding(mandateId);
        market.awaitBid(bidder, bidId, "revealed");
        market.passReveal(mandateId);
        steward(0)
                .posts(
                        "/api/workstreams/" + mandateId + "/bids/0/disqualifications",
                        disqualification(mandateId, steward(0), around.now() + LONG / 2),
                        202);
        return mandateId;
    }

    private BigInteger inReveal(Person bidder) {
        BigInteger mandateId = market.openWorkstream("Work being revealed", new Market.Periods(600, LONG, 600, 600), 1);
        around.send(bidder.address(), ContractName.BID_BOOK, BidBook.commit(mandateId, "0x" + "ee".repeat(32)));
        around.eventually(() -> market.workstream(mandateId).getList("bids").size() == 1);
        market.passBidding(mandateId);
        return mandateId;
    }

    private Facts facts() {
        Facts set = facts.get();
        if (set == null) {
            throw new IllegalStateException("the scene is not set");
        }
        return set;
    }

    public BigInteger agreementId() {
        return facts().agreementId();
    }

    /** A steward who had the wallet of a bidder. */
    Person interestedSteward() {
        return steward(2);
    }

    Person steward(int i) {
        return market.steward(i);
    }

    Person contractor(int i) {
        return market.contractor(i);
    }

    /** A login with the steward's role, and a wallet that is no steward. */
    Person impostor() {
        return new Person("impostor", "steward", TestKeys.key(60));
    }

    String open(String rest) {
        return "/api/workstreams/" + facts().open() + rest;
    }

    String revealing(String rest) {
        return "/api/workstreams/" + facts().revealing() + rest;
    }

    String review(String rest) {
        return "/api/workstreams/" + facts().review() + rest;
    }

    String milestone(int index, String rest) {
        return "/api/agreements/" + facts().agreementId() + "/milestones/" + index + rest;
    }

    public String committedBid() {
        return facts().committed();
    }

    /** The id of the bid whose terms nobody gave to the service. */
    String foreignBid() {
        return RestAssured.get(revealing("")).jsonPath().getString("bids[0].bidId");
    }

    /** A sound bid, changed. */
    Map<String, Object> bid(int contractor, Map<String, ?> changes) {
        Map<String, Object> bid = new HashMap<>(market.bid(contractor(contractor), "A bid", 1_000));
        bid.putAll(changes);
        return bid;
    }

    /** The prepared bid with the signature of some wallet, for some chain and contract. */
    Map<String, Object> signed(Person signer, long chainId, String contract) {
        JsonPath prepared = facts().prepared();
        Map<String, Object> terms = new HashMap<>(prepared.getMap("typedData.message.terms"));
        terms.put("price", new BigInteger(String.valueOf(terms.get("price"))));
        TypedData bid = TypedData.of(
                new SigningDomain("BidBook", "1", chainId, contract),
                "Bid(uint256 mandateId,bytes32 purposeHash,address bidder,BidTerms terms)BidTerms(address bidder,address payee,address token,"
                        + "uint256 price,bytes32 milestonesHash,bytes32 textHash,bytes32 salt)",
                Map.of(
                        "mandateId", facts().open(),
                        "purposeHash", prepared.getString("typedData.message.purposeHash"),
                        "bidder", contractor(0).address(),
                        "terms", terms));
        return Map.of(
                "bidId",
                prepared.getString("bidId"),
                "signature",
                signer.wallet().sign(bid.digest()));
    }

    static String bidBook() {
        return TestDao.addresses().address(ContractName.BID_BOOK);
    }

    /** A steward's signed disqualification of the bid in review. */
    Map<String, Object> disqualification(Person steward, long secondsFromNow) {
        return disqualification(facts().review(), steward, around.now() + secondsFromNow);
    }

    private Map<String, Object> disqualification(BigInteger mandateId, Person steward, long expiry) {
        String bidId =
                RestAssured.get("/api/workstreams/" + mandateId).jsonPath().getString("bids[0].bidId");
        JsonPath bid = RestAssured.get("/api/bids/" + bidId).jsonPath();
        return Map.of(
                "steward",
                steward.address(),
                "reason",
                REASON,
                "expiry",
                expiry,
                "signature",
                market.disqualification(steward, mandateId, bid, REASON, expiry));
    }

    /** A decision about the milestone that waits, signed by some steward. */
    Map<String, Object> decision(Person steward, String decision) {
        JsonPath round = market.round(facts().agreementId(), 0);
        String signature = market.decision(steward, "approve milestone", facts().agreementId(), 0, round, "");
        return Map.of(
                "steward",
                steward.address(),
                "decision",
                decision,
                "expiry",
                round.getLong("expiry"),
                "signature",
                signature);
    }

    /** Steward 0's approval of the first round, sent in the second. */
    Map<String, Object> oldApproval() {
        return Map.of(
                "steward",
                steward(0).address(),
                "decision",
                "APPROVE",
                "expiry",
                facts().oldExpiry(),
                "signature",
                facts().oldApproval());
    }

    /** Evidence for the milestone that was never submitted, signed by somebody. */
    Map<String, Object> submission(Person signer) {
        Map<String, Object> evidence = new HashMap<>(Market.evidence("Note"));
        evidence.put("signature", market.submission(signer, facts().agreementId(), 1, 1, "0x" + "12".repeat(32)));
        return evidence;
    }
}
