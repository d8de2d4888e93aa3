package network.spheron.dao.governance;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;

/** Bad votes on SIPs, and requests about elections that are not there. */
final class VoteCases {
    private VoteCases() {}

    static Stream<BadInputCase> all() {
        return Stream.of(signatures(), eligibility(), elections()).flatMap(each -> each);
    }

    private static Stream<BadInputCase> signatures() {
        return Stream.of(
                new BadInputCase(
                        "vote signed by the wrong wallet",
                        w -> send(
                                w,
                                w.voting(),
                                changed(w, "voter", Members.holders().get(3).address())),
                        422,
                        "bad-signature"),
                new BadInputCase(
                        "vote signed for the other side",
                        w -> send(w, w.voting(), changed(w, "support", 0)),
                        422,
                        "bad-signature"),
                new BadInputCase(
                        "vote signed for another chain",
                        w -> send(w, w.voting(), w.voting().signedVote(w.other(), 1, 1, governor())),
                        422,
                        "bad-signature"),
                new BadInputCase(
                        "vote signed for another contract",
                        w -> send(w, w.voting(), w.voting().signedVote(w.other(), 1, TestChain.CHAIN_ID, treasury())),
                        422,
                        "bad-signature"),
                new BadInputCase(
                        "vote signed for another SIP",
                        w -> send(w, w.voting(), w.ended().signedVote(w.other(), 1)),
                        422,
                        "bad-signature"),
                new BadInputCase(
                        "signature that is no hex",
                        w -> send(w, w.voting(), changed(w, "signature", "0xyz")),
                        400,
                        "invalid-request"),
                new BadInputCase(
                        "voter that is no address",
                        w -> send(w, w.voting(), changed(w, "voter", "0x12")),
                        400,
                        "invalid-request"),
                new BadInputCase(
                        "support of 3", w -> send(w, w.voting(), changed(w, "support", 3)), 400, "invalid-request"));
    }

    private static Stream<BadInputCase> eligibility() {
        return Stream.of(
                new BadInputCase(
                        "vote without login",
                        w -> w.visitor()
                                .body(Map.of("votes", List.of(w.voting().signedVote(w.other(), 1))))
                                .post(w.voting().path("/votes")),
                        401,
                        "not-signed-in"),
                new BadInputCase(
                        "vote sent again",
                        w -> send(w, w.voting(), w.voting().signedVote(w.voter(), 1)),
                        409,
                        "already-voted"),
                new BadInputCase(
                        "vote without power",
                        w -> send(w, w.voting(), w.voting().signedVote(Members.stranger(), 1)),
                        409,
                        "no-voting-power"),
                new BadInputCase(
                        "vote after the end",
                        w -> send(w, w.ended(), w.ended().signedVote(w.other(), 1)),
                        409,
                        "voting-not-open"),
                new BadInputCase(
                        "vote on a draft",
                        w -> send(w, w.draft(), w.ended().signedVote(w.other(), 1)),
                        409,
                        "voting-not-open"),
                new BadInputCase(
                        "no votes at all",
                        w -> w.author().post(w.voting().path("/votes"), Map.of("votes", List.of())),
                        400,
                        "invalid-request"),
                new BadInputCase(
                        "ballot to sign without power",
                        w -> w.visitor()
                                .get(w.voting()
                                        .path("/vote-request?support=1&voter="
                                                + Members.stranger().address())),
                        409,
                        "no-voting-power"));
    }

    private static Stream<BadInputCase> elections() {
        return Stream.of(
                new BadInputCase(
                        "election of an unknown mandate",
                        w -> w.visitor().get("/api/elections/999999"),
                        404,
                        "not-found"),
                new BadInputCase(
                        "election of no mandate", w -> w.visitor().get("/api/elections/first"), 404, "not-found"),
                new BadInputCase(
                        "ballot for an unknown mandate",
                        w -> w.author().post("/api/elections/999999/ballots", Map.of("ballots", List.of())),
                        404,
                        "not-found"),
                new BadInputCase(
                        "ballot without login",
                        w -> w.visitor().body(Map.of("ballots", List.of())).post("/api/elections/1/ballots"),
                        401,
                        "not-signed-in"));
    }

    private static Response send(BadInputWorld world, SipStory sip, Map<String, Object> vote) {
        return world.author().post(sip.path("/votes"), Map.of("votes", List.of(vote)));
    }

    /** A good vote with one field changed after it was signed. */
    private static Map<String, Object> changed(BadInputWorld world, String field, Object value) {
        Map<String, Object> vote = new HashMap<>(world.voting().signedVote(world.other(), 1));
        vote.put(field, value);
        return vote;
    }

    private static String governor() {
        return TestDao.addresses().address(ContractName.DAO_GOVERNOR);
    }

    private static String treasury() {
        return TestDao.addresses().address(ContractName.TREASURY);
    }
}
