package network.spheron.dao.governance;

import java.util.Map;
import java.util.stream.Stream;
import network.spheron.dao.chain.signing.Signatures;

/** Bad requests about members and their wallets. */
final class MemberCases {
    private MemberCases() {}

    static Stream<BadInputCase> all() {
        return Stream.of(
                new BadInputCase("me without login", w -> w.visitor().get("/api/members/me"), 401, "not-signed-in"),
                new BadInputCase(
                        "wallet that is no address",
                        w -> w.author().get("/api/members/me/wallet-request?address=0x1"),
                        400,
                        "invalid-request"),
                new BadInputCase(
                        "message signed by another wallet",
                        w -> w.author()
                                .post("/api/members/me/wallets", proof(w.author(), Members.stranger(), w.other())),
                        400,
                        "wallet-proof-refused"),
                new BadInputCase(
                        "message made for somebody else",
                        w -> w.author()
                                .post(
                                        "/api/members/me/wallets",
                                        proof(w.other(), Members.stranger(), Members.stranger())),
                        400,
                        "wallet-proof-refused"),
                new BadInputCase(
                        "message that is none",
                        w -> w.author()
                                .post(
                                        "/api/members/me/wallets",
                                        Map.of("message", "Hello", "signature", "0x" + "11".repeat(65))),
                        400,
                        "wallet-proof-refused"),
                new BadInputCase(
                        "wallet of somebody else",
                        w -> w.author().post("/api/members/me/wallets", proof(w.author(), w.other(), w.other())),
                        409,
                        "wallet-taken"),
                new BadInputCase(
                        "unlinking somebody else's wallet",
                        w -> w.author()
                                .asks()
                                .delete("/api/members/me/wallets/" + w.other().address()),
                        403,
                        "wallet-not-linked"));
    }

    private static Map<String, String> proof(Member asker, Member named, Member signer) {
        String message = asker.get("/api/members/me/wallet-request?address=" + named.address())
                .jsonPath()
                .getString("message");
        return Map.of("message", message, "signature", signer.wallet().sign(Signatures.textDigest(message)));
    }
}
