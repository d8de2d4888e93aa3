package network.spheron.dao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lawfully happens after an award, as a node tells it. */
@SuppressWarnings("NullAway.Init")
class ChainRecordTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigInteger ONE = BigInteger.ONE;
    private static final String HASH = "0x" + "0".repeat(64);
    private static final String LINE = "0x" + "1".repeat(64);
    private static final String ESCROW = address(0xe1);
    private static final String TREASURY = address(0xe2);
    private static final String BOOK = address(0xe3);
    private static final String ELECTION = address(0xe4);
    private static final String FIRST = address(0xa1);
    private static final String SECOND = address(0xa2);
    private static final MilestoneEscrow.AgreementFunded AGREEMENT = new MilestoneEscrow.AgreementFunded(
            ONE, ONE, ONE, FIRST, FIRST, address(1), BigInteger.TEN, 0, List.of(milestone(4), milestone(6)));

    private final ArrayNode logs = JSON.createArrayNode();
    private HttpServer node;
    private ChainRecord chain;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", this::answer);
        node.start();
        Map<String, String> contracts =
                Map.of("milestone-escrow", ESCROW, "treasury", TREASURY, "bid-book", BOOK, "bid-election", ELECTION);
        chain = new ChainRecord(new Rpc("http://127.0.0.1:" + node.getAddress().getPort()), contracts, 9);
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void paymentIsDueToThePayeeOfItsMoment() {
        paid(0);
        log(ESCROW, MilestoneEscrow.PayeeChanged.TOPIC, List.of(1), "(address,address)", is(FIRST), is(SECOND));
        paid(1);

        assertThat(chain.payments(AGREEMENT))
                .extracting(ChainRecord.Payment::due)
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void anotherAgreementsPayeeChangesNothing() {
        log(ESCROW, MilestoneEscrow.PayeeChanged.TOPIC, List.of(2), "(address,address)", is(FIRST), is(SECOND));
        paid(0);

        assertThat(chain.payments(AGREEMENT))
                .extracting(ChainRecord.Payment::due)
                .containsExactly(FIRST);
    }

    @Test
    void paymentThatCouldNotBeReceivedIsOwed() {
        paid(0);
        paid(1);
        log(
                ESCROW,
                MilestoneEscrow.PaymentOwed.TOPIC,
                List.of(1, 1, 0xa1),
                "(address,uint256)",
                is(address(1)),
                BigInteger.TEN);

        assertThat(chain.payments(AGREEMENT))
                .extracting(ChainRecord.Payment::isOwed)
                .containsExactly(false, true);
    }

    @Test
    void changeOrdersReplaceAddAndDropMilestones() {
        log(
                ESCROW,
                MilestoneEscrow.AgreementChanged.TOPIC,
                List.of(1),
                "(uint256,(uint256,(uint256,uint64,bytes32))[],uint256,uint256)",
                ONE,
                new Tuple[] {change(1, 5), change(2, 3), change(0, 0)},
                ONE,
                BigInteger.ZERO);

        assertThat(chain.milestones(AGREEMENT))
                .extracting(milestone -> milestone.amount().intValueExact())
                .containsExactly(0, 5, 3);
    }

    @Test
    void awardIsAnnulledOnlyByAnUpheldObjection() {
        log(ELECTION, BidElection.ObjectionResolved.TOPIC, List.of(1), "(bool,uint64)", false, ONE);
        log(ELECTION, BidElection.ObjectionResolved.TOPIC, List.of(2), "(bool,uint64)", true, ONE);

        assertThat(chain.isAnnulled(ONE)).isFalse();
        assertThat(chain.isAnnulled(BigInteger.TWO)).isTrue();
    }

    @Test
    void readmittedBidIsNotDisqualified() {
        log(BOOK, BidBook.BidDisqualified.TOPIC, List.of(1, 4), "(bytes32)", (Object) bytes(HASH));
        log(BOOK, BidBook.BidDisqualified.TOPIC, List.of(1, 5), "(bytes32)", (Object) bytes(HASH));
        log(BOOK, BidBook.BidReadmitted.TOPIC, List.of(1, 4), "()");

        assertThat(chain.disqualifiedBids(ONE)).containsExactly(5);
    }

    @Test
    void linesFollowAllocationsAndDistributions() {
        BigInteger line = new BigInteger(LINE.substring(2), 16);
        log(
                TREASURY,
                Treasury.LineOpened.TOPIC,
                List.of(line),
                "(string,address,uint256)",
                "Rewards",
                is(address(1)),
                BigInteger.valueOf(100));
        log(
                TREASURY,
                Treasury.LineAllocated.TOPIC,
                List.of(line),
                "(uint256,uint256)",
                BigInteger.valueOf(100),
                BigInteger.valueOf(150));
        log(
                TREASURY,
                Treasury.DistributionOpened.TOPIC,
                List.of(1, line),
                "((bytes32,bytes32,uint256,uint64))",
                Tuple.of(bytes(LINE), bytes(HASH), BigInteger.valueOf(40), ONE));
        log(
                TREASURY,
                Treasury.ShareClaimed.TOPIC,
                List.of(1, 0xa1),
                "(uint256,uint256)",
                BigInteger.ZERO,
                BigInteger.valueOf(15));
        log(TREASURY, Treasury.DistributionClosed.TOPIC, List.of(1), "(uint256)", BigInteger.valueOf(5));

        assertThat(chain.lines().get(LINE))
                .isEqualTo(new ChainRecord.Line(
                        "Rewards", BigInteger.valueOf(150), BigInteger.valueOf(20), BigInteger.valueOf(15)));
    }

    private void paid(int milestone) {
        log(
                ESCROW,
                MilestoneEscrow.MilestonePaid.TOPIC,
                List.of(1, milestone),
                "(address,address,uint256)",
                is(FIRST),
                is(address(1)),
                BigInteger.TEN);
    }

    private void log(String contract, String topic, List<? extends Number> indexed, String types, Object... values) {
        ObjectNode log = logs.addObject()
                .put("address", contract)
                .put("blockNumber", "0x1")
                .put("transactionHash", "0x" + logs.size());
        ArrayNode topics = log.putArray("topics").add(topic);
        indexed.forEach(word -> topics.add("0x%064x".formatted(new BigInteger(word.toString()))));
        byte[] data = TupleType.parse(types).encode(Tuple.from(values)).array();
        log.put("data", "0x" + HexFormat.of().formatHex(data));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String asked = request.get("params").get(0).get("address").asText();
            ObjectNode answer = JSON.createObjectNode().put("id", 1);
            ArrayNode result = answer.putArray("result");
            logs.forEach(log -> {
                if (log.get("address").asText().equals(asked)) {
                    result.add(log);
                }
            });
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Tuple change(int index, int amount) {
        return Tuple.of(BigInteger.valueOf(index), Tuple.of(BigInteger.valueOf(amount), ONE, bytes(HASH)));
    }

    private static BidBook.Milestone milestone(int amount) {
        return new BidBook.Milestone(BigInteger.valueOf(amount), 1, HASH);
    }

    private static Address is(String address) {
        return Address.wrap(Address.toChecksumAddress(address));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(2));
    }

    private static String address(int number) {
        return "0x%040x".formatted(number);
    }
}
