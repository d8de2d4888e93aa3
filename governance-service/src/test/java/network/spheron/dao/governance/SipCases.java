package network.spheron.dao.governance;

import java.util.Map;
import java.util.stream.Stream;

/** Bad requests about SIPs and comments. */
final class SipCases {
    private static final Map<String, String> COMMENT = Map.of("text", "A comment");

    private SipCases() {}

    static Stream<BadInputCase> all() {
        return Stream.concat(writing(), steps());
    }

    private static Stream<BadInputCase> writing() {
        return Stream.of(
                new BadInputCase("unknown SIP", w -> w.visitor().get("/api/sips/999999"), 404, "not-found"),
                new BadInputCase("id is no number", w -> w.visitor().get("/api/sips/seven"), 404, "not-found"),
                new BadInputCase(
                        "unknown status", w -> w.visitor().get("/api/sips?status=LOST"), 400, "invalid-request"),
                new BadInputCase(
                        "draft without login",
                        w -> w.visitor().body(Terms.sip("No login")).post("/api/sips"),
                        401,
                        "not-signed-in"),
                new BadInputCase(
                        "draft without the role",
                        w -> w.contractor().body(Terms.sip("Wrong role")).post("/api/sips"),
                        403,
                        "forbidden"),
                new BadInputCase(
                        "draft without a wallet",
                        w -> Members.stranger().post("/api/sips", Terms.sip("No wallet")),
                        403,
                        "no-wallet-linked"),
                new BadInputCase(
                        "draft for somebody else's wallet",
                        w -> w.author()
                                .post("/api/sips", with("wallet", w.other().address())),
                        403,
                        "wallet-not-linked"),
                new BadInputCase(
                        "no title", w -> w.author().post("/api/sips", with("title", " ")), 400, "invalid-request"),
                new BadInputCase(
                        "text too long",
                        w -> w.author().post("/api/sips", with("text", "x".repeat(20_001))),
                        400,
                        "invalid-request"),
                new BadInputCase("not JSON", w -> w.author().post("/api/sips", "{\"title\": "), 400, "malformed-json"));
    }

    private static Stream<BadInputCase> steps() {
        return Stream.of(
                new BadInputCase(
                        "revised by somebody else",
                        w -> w.other()
                                .asks()
                                .body(Terms.sip("Mine now"))
                                .put(w.draft().path("")),
                        403,
                        "not-the-author"),
                new BadInputCase(
                        "revised after it is final",
                        w -> w.author()
                                .asks()
                                .body(Terms.sip("Too late"))
                                .put(w.voting().path("")),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "finalized without discussion",
                        w -> w.author().post(w.draft().path("/finalize")),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "proposed as a draft",
                        w -> w.author().get(w.draft().path("/proposal-request")),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "proposed before it is final",
                        w -> w.author()
                                .post(w.draft().path("/proposal"), Map.of("transactionHash", "0x" + "12".repeat(32))),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "hint that is no hash",
                        w -> w.author().post(w.voting().path("/proposal"), Map.of("transactionHash", "0x12")),
                        400,
                        "invalid-request"),
                new BadInputCase(
                        "comment on a draft",
                        w -> w.other().post(w.draft().path("/comments"), COMMENT),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "comment after the end",
                        w -> w.other().post(w.ended().path("/comments"), COMMENT),
                        409,
                        "sip-status"),
                new BadInputCase(
                        "comment without login",
                        w -> w.visitor().body(COMMENT).post(w.voting().path("/comments")),
                        401,
                        "not-signed-in"),
                new BadInputCase(
                        "empty comment",
                        w -> w.other().post(w.voting().path("/comments"), Map.of("text", "")),
                        400,
                        "invalid-request"));
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> sip = Terms.sip("Changed " + field);
        sip.put(field, value);
        return sip;
    }
}
