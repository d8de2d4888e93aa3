package network.spheron.dao.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;
import org.awaitility.Awaitility;

/** Takes a SIP along its way, through the API and members' wallets only. */
final class SipStory {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Member author;
    final long id;

    private SipStory(Member author, long id) {
        this.author = author;
        this.id = id;
    }

    static SipStory drafted(Member author, Map<String, Object> sip) {
        long id = author.post("/api/sips", sip)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return new SipStory(author, id);
    }

    String path(String rest) {
        return "/api/sips/" + id + rest;
    }

    JsonPath shown() {
        return author.get(path("")).then().statusCode(200).extract().jsonPath();
    }

    SipStory finalized() {
        author.post(path("/discuss")).then().statusCode(200);
        author.post(path("/finalize")).then().statusCode(200);
        return this;
    }

    SipStory proposed() {
        JsonPath transaction = author.get(path("/proposal-request"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String hash = author.sends(transaction.getString("to"), transaction.getString("data"));
        author.post(path("/proposal"), Map.of("transactionHash", hash));
        return awaits("VOTING");
    }

    /** Moves the clock to where votes are taken. */
    SipStory inVoting() {
        TestChain.shared().advance(Duration.ofSeconds(TestDao.DELAY + 1));
        long start = shown().getLong("proposal.voteStart");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> shown().getString("proposal.quorum") != null
                        && TestChain.shared().now() > start);
        return this;
    }

    BigInteger proposalId() {
        return new BigInteger(shown().getString("proposal.id"));
    }

    /** A vote signed by the member's wallet for this Governor and chain. */
    Map<String, Object> signedVote(Member voter, int support) {
        return signedVote(
                voter, support, TestChain.CHAIN_ID, TestDao.addresses().address(ContractName.DAO_GOVERNOR));
    }

    Map<String, Object> signedVote(Member voter, int support, long chainId, String contract) {
        BigInteger proposal = proposalId();
        BigInteger nonce = proposal.mod(BigInteger.TWO.pow(192)).shiftLeft(64);
        TypedData ballot = TypedData.of(
                new SigningDomain("DaoGovernor", "1", chainId, contract),
                "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)",
                Map.of("proposalId", proposal, "support", support, "voter", voter.address(), "nonce", nonce));
        return Map.of(
                "voter",
                voter.address(),
                "support",
                support,
                "signature",
                voter.wallet().sign(ballot.digest()));
    }

    JsonPath votes(List<Map<String, Object>> votes) {
        return author.post(path("/votes"), Map.of("votes", votes))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    JsonPath counted(int voters) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(author.get(path("/votes")).jsonPath().getInt("tally.voters"))
                                .isEqualTo(voters));
        return author.get(path("/votes")).jsonPath();
    }

    SipStory afterVoting() {
        TestChain.shared().advance(Duration.ofSeconds(TestDao.VOTING_PERIOD + 1));
        return this;
    }

    SipStory executed() {
        awaits("QUEUED");
        TestChain.shared().advance(Duration.ofSeconds(TestDao.DELAY + 1));
        return awaits("EXECUTED");
    }

    SipStory awaits(String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown().getString("status")).isEqualTo(status));
        return this;
    }
}
