package network.spheron.dao.marketplace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;
import org.jspecify.annotations.Nullable;

/** Every request that the marketplace must refuse. */
final class BadRequests {
    private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";
    private static final String TOO_MUCH = BigInteger.TWO.pow(256).toString();

    private BadRequests() {}

    static Stream<BadRequest> all() {
        return Stream.of(reading(), bidding(), amounts(), bidSignatures(), reveals(), reviews(), milestones())
                .flatMap(List::stream);
    }

    private static List<BadRequest> reading() {
        return List.of(
                get("unknown workstream", scene -> "/api/workstreams/987654321", 404, "not-found"),
                get("unknown status", scene -> "/api/workstreams?status=lost", 400, "invalid-request"),
                get("unknown bid", scene -> "/api/bids/" + NOWHERE, 404, "not-found"),
                get("unknown agreement", scene -> "/api/agreements/987654321", 404, "not-found"),
                get("own bids without login", scene -> "/api/bids?mine=true", 401, "not-signed-in"),
                get("queue without login", scene -> "/api/steward/queue", 401, "not-signed-in"));
    }

    private static List<BadRequest> bidding() {
        return List.of(
                bid("bid without login", null, Map.of(), 401, "not-signed-in"),
                post(
                        "bid with a steward's role",
                        scene -> scene.steward(0),
                        scene -> scene.open("/bid-request"),
                        scene -> scene.bid(0, Map.of()),
                        403,
                        "forbidden"),
                post(
                        "bid by a wallet of somebody else",
                        scene -> scene.contractor(1),
                        scene -> scene.open("/bid-request"),
                        scene -> scene.bid(0, Map.of()),
                        403,
                        "wallet-not-linked"),
                post(
                        "bid for nothing",
                        scene -> scene.contractor(0),
                        scene -> "/api/workstreams/987654321/bid-request",
                        scene -> scene.bid(0, Map.of()),
                        404,
                        "not-found"),
                post(
                        "bid after closing",
                        scene -> scene.contractor(0),
                        scene -> scene.revealing("/bid-request"),
                        scene -> scene.bid(0, Map.of()),
                        409,
                        "bidding-closed"),
                post(
                        "more bids than allowed",
                        scene -> scene.contractor(2),
                        scene -> scene.open("/bid-request"),
                        scene -> scene.bid(2, Map.of()),
                        409,
                        "too-many-bids"),
                post(
                        "bid that is no JSON",
                        scene -> scene.contractor(0),
                        scene -> scene.open("/bid-request"),
                        scene -> "{\"price\": ",
                        400,
                        "malformed-json"),
                bid("payee that is no address", 0, Map.of("payee", "0x12"), 400, "invalid-request"),
                bid(
                        "payee that is a contract of the DAO",
                        0,
                        Map.of("payee", TestDao.addresses().address(ContractName.MILESTONE_ESCROW)),
                        400,
                        "invalid-request"),
                bid("payee zero", 0, Map.of("payee", "0x" + "0".repeat(40)), 400, "invalid-request"),
                bid("no title", 0, Map.of("title", " "), 400, "invalid-request"),
                bid("salt too short", 0, Map.of("salt", "0x12"), 400, "invalid-request"),
                bid("no milestones", 0, Map.of("milestones", List.of()), 400, "invalid-request"));
    }

    private static List<BadRequest> amounts() {
        return List.of(
                bid("price zero", 0, Map.of("price", "0"), 400, "invalid-request"),
                bid("price negative", 0, Map.of("price", "-5"), 400, "invalid-request"),
                bid("price fractional", 0, Map.of("price", "12.5"), 400, "invalid-request"),
                bid("price a fractional number", 0, Map.of("price", 12.5), 400, "invalid-request"),
                bid("price above 2^256-1", 0, Map.of("price", TOO_MUCH), 400, "invalid-request"),
                bid(
                        "price above the cap",
                        0,
                        Map.of("price", Market.CAP.add(BigInteger.ONE).toString()),
                        422,
                        "price-above-cap"),
                bid("milestones that do not add up", 0, Map.of("price", "999"), 422, "milestones-do-not-add-up"),
                bid("milestone of nothing", 0, milestone("0", "86400"), 400, "invalid-request"),
                bid("milestone negative", 0, milestone("-1", "86400"), 400, "invalid-request"),
                bid("milestone fractional", 0, milestone("0.1", "86400"), 400, "invalid-request"),
                bid("milestone above 2^256-1", 0, milestone(TOO_MUCH, "86400"), 400, "invalid-request"),
                bid("milestone due at once", 0, milestone("1000", "0"), 400, "invalid-request"));
    }

    private static Map<String, Object> milestone(String amount, String seconds) {
        return Map.of("milestones", List.of(Map.of("title", "All", "amount", amount, "durationSeconds", seconds)));
    }

    private static List<BadRequest> bidSignatures() {
        return List.of(
                submit(
                        "bid signed by another wallet",
                        scene -> scene.signed(scene.contractor(1), TestChain.CHAIN_ID, BadInputScene.bidBook())),
                submit(
                        "bid signed for another chain",
                        scene -> scene.signed(scene.contractor(0), 1, BadInputScene.bidBook())),
                submit(
                        "bid signed for another contract",
                        scene -> scene.signed(scene.contractor(0), TestChain.CHAIN_ID, "0x" + "1".repeat(40))),
                post(
                        "bid with half a signature",
                        scene -> scene.contractor(0),
                        scene -> scene.open("/bids"),
                        scene -> Map.of(
                                "bidId",
                                scene.signed(scene.contractor(0), 1, BadInputScene.bidBook())
                                        .get("bidId"),
                                "signature",
                                "0x1234"),
                        400,
                        "invalid-request"),
                post(
                        "bid of somebody else",
                        scene -> scene.contractor(1),
                        scene -> scene.open("/bids"),
                        scene -> scene.signed(scene.contractor(0), TestChain.CHAIN_ID, BadInputScene.bidBook()),
                        404,
                        "not-found"),
                post(
                        "bid replayed",
                        scene -> scene.contractor(2),
                        scene -> scene.open("/bids"),
                        scene -> Map.of("bidId", scene.committedBid(), "signature", "0x" + "1".repeat(130)),
                        409,
                        "already-committed"));
    }

    private static List<BadRequest> reveals() {
        return List.of(
                post(
                        "reveal while bidding is open",
                        scene -> scene.contractor(2),
                        scene -> "/api/bids/" + scene.committedBid() + "/reveal",
                        scene -> null,
                        409,
                        "not-in-reveal-window"),
                post(
                        "reveal by somebody else",
                        scene -> scene.contractor(1),
                        scene -> "/api/bids/" + scene.foreignBid() + "/reveal",
                        scene -> null,
                        403,
                        "wallet-not-linked"),
                post(
                        "reveal of terms that are not held",
                        scene -> scene.contractor(0),
                        scene -> "/api/bids/" + scene.foreignBid() + "/reveal",
                        scene -> null,
                        409,
                        "terms-not-held"),
                post(
                        "reveal that does not open its commitment",
                        scene -> scene.contractor(0),
                        scene -> "/api/bids/" + scene.foreignBid() + "/reveal",
                        scene -> scene.bid(0, Map.of("salt", "0x" + "9".repeat(64))),
                        422,
                        "commitment-mismatch"));
    }

    private static List<BadRequest> reviews() {
        return List.of(
                review(
                        "disqualification with a contractor's role",
                        scene -> scene.contractor(0),
                        scene -> Map.of("reason", "x"),
                        403,
                        "forbidden"),
                review(
                        "disqualification by no steward",
                        scene -> scene.impostor(),
                        scene -> scene.disqualification(scene.impostor(), 600),
                        403,
                        "not-a-steward"),
                review(
                        "disqualification by a steward who bid",
                        BadInputScene::interestedSteward,
                        scene -> scene.disqualification(scene.interestedSteward(), 600),
                        403,
                        "conflict-of-interest"),
                review(
                        "disqualification with another steward's signature",
                        scene -> scene.steward(1),
                        scene -> changed(
                                scene.disqualification(scene.steward(0), 600),
                                "steward",
                                scene.steward(1).address()),
                        422,
                        "wrong-signature"),
                review(
                        "disqualification that has expired",
                        scene -> scene.steward(1),
                        scene -> scene.disqualification(scene.steward(1), -600),
                        422,
                        "signature-expired"),
                review(
                        "disqualification replayed",
                        scene -> scene.steward(0),
                        scene -> scene.disqualification(scene.steward(0), 600),
                        409,
                        "already-signed"),
                review(
                        "disqualification without a reason",
                        scene -> scene.steward(1),
                        scene -> changed(scene.disqualification(scene.steward(1), 600), "reason", ""),
                        400,
                        "invalid-request"),
                post(
                        "disqualification of an unknown bid",
                        scene -> scene.steward(1),
                        scene -> scene.review("/bids/7/disqualifications"),
                        scene -> scene.disqualification(scene.steward(1), 600),
                        404,
                        "not-found"),
                post(
                        "disqualification of a sealed bid",
                        scene -> scene.steward(1),
                        scene -> scene.open("/bids/0/disqualifications"),
                        scene -> scene.disqualification(scene.steward(1), 600),
                        409,
                        "not-in-review-window"));
    }

    private static List<BadRequest> milestones() {
        return List.of(
                post(
                        "evidence by somebody else",
                        scene -> scene.contractor(1),
                        scene -> scene.milestone(1, "/submissions"),
                        scene -> scene.submission(scene.contractor(1)),
                        403,
                        "not-the-contractor"),
                post(
                        "evidence with a wrong signature",
                        scene -> scene.contractor(0),
                        scene -> scene.milestone(1, "/submissions"),
                        scene -> scene.submission(scene.contractor(0)),
                        422,
                        "wrong-signature"),
                post(
                        "evidence nowhere",
                        scene -> scene.contractor(0),
                        scene -> scene.milestone(1, "/submissions"),
                        scene -> changed(scene.submission(scene.contractor(0)), "evidenceUrl", "javascript:1"),
                        400,
                        "invalid-request"),
                post(
                        "evidence twice",
                        scene -> scene.contractor(0),
                        scene -> scene.milestone(0, "/submissions"),
                        scene -> scene.submission(scene.contractor(0)),
                        409,
                        "not-submittable"),
                post(
                        "evidence for an unknown milestone",
                        scene -> scene.contractor(0),
                        scene -> scene.milestone(9, "/submissions"),
                        scene -> scene.submission(scene.contractor(0)),
                        404,
                        "not-found"),
                decide(
                        "approval of an old round",
                        scene -> scene.steward(0),
                        BadInputScene::oldApproval,
                        409,
                        "old-round"),
                decide(
                        "approval for an old round",
                        scene -> scene.steward(0),
                        scene -> changed(scene.decision(scene.steward(0), "APPROVE"), "round", 1),
                        409,
                        "old-round"),
                decide(
                        "approval by a steward who bid",
                        BadInputScene::interestedSteward,
                        scene -> scene.decision(scene.interestedSteward(), "APPROVE"),
                        403,
                        "conflict-of-interest"),
                decide(
                        "approval by no steward",
                        scene -> scene.impostor(),
                        scene -> scene.decision(scene.impostor(), "APPROVE"),
                        403,
                        "not-a-steward"),
                decide(
                        "approval with another expiry than signed",
                        scene -> scene.steward(0),
                        scene -> changed(scene.decision(scene.steward(0), "APPROVE"), "expiry", 4_000_000_000L),
                        422,
                        "wrong-signature"),
                decide(
                        "rejection without a reason",
                        scene -> scene.steward(0),
                        scene -> scene.decision(scene.steward(0), "REJECT"),
                        400,
                        "invalid-request"),
                decide(
                        "decision of no kind",
                        scene -> scene.steward(0),
                        scene -> scene.decision(scene.steward(0), "PAY"),
                        400,
                        "invalid-request"),
                post(
                        "decision about nothing",
                        scene -> scene.steward(0),
                        scene -> scene.milestone(1, "/decisions"),
                        scene -> scene.decision(scene.steward(0), "APPROVE"),
                        409,
                        "nothing-to-decide"));
    }

    private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static BadRequest get(String name, Function<BadInputScene, String> path, int status, String type) {
        return new BadRequest(name, scene -> null, false, path, scene -> null, status, type);
    }

    private static BadRequest post(
            String name,
            Function<BadInputScene, @Nullable Person> who,
            Function<BadInputScene, String> path,
            Function<BadInputScene, @Nullable Object> body,
            int status,
            String type) {
        return new BadRequest(name, who, true, path, body, status, type);
    }

    private static BadRequest bid(
            String name, @Nullable Integer contractor, Map<String, ?> changes, int status, String type) {
        return post(
                name,
                scene -> contractor == null ? null : scene.contractor(contractor),
                scene -> scene.open("/bid-request"),
                scene -> scene.bid(0, changes),
                status,
                type);
    }

    private static BadRequest submit(String name, Function<BadInputScene, @Nullable Object> body) {
        return post(name, scene -> scene.contractor(0), scene -> scene.open("/bids"), body, 422, "wrong-signature");
    }

    private static BadRequest review(
            String name,
            Function<BadInputScene, @Nullable Person> who,
            Function<BadInputScene, @Nullable Object> body,
            int status,
            String type) {
        return post(name, who, scene -> scene.review("/bids/0/disqualifications"), body, status, type);
    }

    private static BadRequest decide(
            String name,
            Function<BadInputScene, @Nullable Person> who,
            Function<BadInputScene, @Nullable Object> body,
            int status,
            String type) {
        return post(name, who, scene -> scene.milestone(0, "/decisions"), body, status, type);
    }
}
