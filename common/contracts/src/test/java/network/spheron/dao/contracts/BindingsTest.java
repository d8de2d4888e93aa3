package network.spheron.dao.contracts;

import static network.spheron.dao.contracts.Tool.cast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encodings and decodings, against those of cast. */
class BindingsTest {
    private static final String ALICE = "0x00000000000000000000000000000000000a11ce";
    private static final String BOB = "0x0000000000000000000000000000000000000b0b";
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final BigInteger LARGE = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private static final String TERMS = "(address,address,address,uint256,bytes32,bytes32,bytes32)";
    private static final String MILESTONES = "(uint256,uint64,bytes32)[]";

    private final BidBook.BidTerms terms = new BidBook.BidTerms(ALICE, ALICE, BOB, LARGE, HASH, HASH, HASH);
    private final List<BidBook.Milestone> milestones = List.of(
            new BidBook.Milestone(BigInteger.ONE, 86_400, HASH), new BidBook.Milestone(BigInteger.TWO, 7, HASH));
    private final String termsText = "(%s,%s,%s,%s,%s,%s,%s)".formatted(ALICE, ALICE, BOB, LARGE, HASH, HASH, HASH);
    private final String milestonesText = "[(1,86400,%s),(2,7,%s)]".formatted(HASH, HASH);

    @Test
    void callWithStructAndArrayOfStructs() {
        assertThat(BidBook.reveal(BigInteger.ONE, BigInteger.ZERO, terms, milestones)
                        .data())
                .isEqualTo(cast(
                        "calldata",
                        "reveal(uint256,uint256," + TERMS + "," + MILESTONES + ")",
                        "1",
                        "0",
                        termsText,
                        milestonesText));
    }

    @Test
    void callWithBytesInsideAnArrayOfStructs() {
        List<StewardCouncil.Approval> approvals = List.of(
                new StewardCouncil.Approval(ALICE, 1_800_000_000L, "0x1234"),
                new StewardCouncil.Approval(BOB, 1, "0x"));
        assertThat(MilestoneEscrow.approve(BigInteger.ONE, BigInteger.TWO, BigInteger.TEN, approvals)
                        .data())
                .isEqualTo(cast(
                        "calldata",
                        "approve(uint256,uint256,uint256,(address,uint64,bytes)[])",
                        "1",
                        "2",
                        "10",
                        "[(%s,1800000000,0x1234),(%s,1,0x)]".formatted(ALICE, BOB)));
    }

    @Test
    void callWithArraysOfBytesAndText() {
        assertThat(DaoGovernor.propose(List.of(ALICE), List.of(LARGE), List.of("0xdeadbeef"), "päper")
                        .data())
                .isEqualTo(cast(
                        "calldata",
                        "propose(address[],uint256[],bytes[],string)",
                        "[" + ALICE + "]",
                        "[" + LARGE + "]",
                        "[0xdeadbeef]",
                        "päper"));
    }

    @Test
    void callWithSmallNumbers() {
        assertThat(BidElection.decide(BigInteger.ONE, List.of(3, 0, 65_535)).data())
                .isEqualTo(cast("calldata", "decide(uint256,uint16[])", "1", "[3,0,65535]"));
        assertThatThrownBy(() -> BidElection.decide(BigInteger.ONE, List.of(65_536)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callOfTheLargestStruct() {
        Treasury.MandateTerms mandate = new Treasury.MandateTerms(
                HASH,
                HASH,
                BOB,
                LARGE,
                5,
                1,
                1,
                1500,
                LARGE,
                BigInteger.ZERO,
                3,
                500,
                1,
                2,
                3,
                4,
                5,
                6,
                4_294_967_295L,
                2_000,
                true);
        String tuple = "(bytes32,bytes32,address,uint256,uint64,uint8,uint8,uint16,uint256,uint256,uint16,uint16,"
                + "uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint16,bool)";
        String text = "(%1$s,%1$s,%2$s,%3$s,5,1,1,1500,%3$s,0,3,500,1,2,3,4,5,6,4294967295,2000,true)"
                .formatted(HASH, BOB, LARGE);
        assertThat(Treasury.grantMandate(mandate).data())
                .isEqualTo(cast("calldata", "grantMandate(" + tuple + ")", text));
        assertThat(Treasury.mandateTerms(BigInteger.ONE).decode(cast("abi-encode", "f(" + tuple + ")", text)))
                .isEqualTo(mandate);
    }

    @Test
    void addressIsWrittenInAnyCase() {
        String checksummed = cast("to-check-sum-address", ALICE);
        assertThat(GovernanceToken.getVotes(checksummed).data())
                .isEqualTo(GovernanceToken.getVotes(ALICE).data());
    }

    @Test
    void severalResultsAreARecord() {
        String returned = cast(
                "abi-encode", "f(string,address,uint256,uint256,uint256)", "Ecosystem Funds", ALICE, "9", "5", "1");
        assertThat(Treasury.line(HASH).decode(returned))
                .isEqualTo(new Treasury.LineResult(
                        "Ecosystem Funds", ALICE, BigInteger.valueOf(9), BigInteger.valueOf(5), BigInteger.ONE));
    }

    @Test
    void arrayResultIsAList() {
        assertThat(BidElection.winners(BigInteger.ONE).decode(cast("abi-encode", "f(uint16[])", "[4,2]")))
                .containsExactly(4, 2);
        assertThat(StewardCouncil.stewards().decode(cast("abi-encode", "f(address[])", "[" + ALICE + "," + BOB + "]")))
                .containsExactly(ALICE, BOB);
    }

    @Test
    void noResultIsNothing() {
        assertThat(Treasury.closeMandate(BigInteger.ONE).decode("0x")).isEqualTo(new Nothing());
    }

    @Test
    void resultOfAnotherShapeIsRefused() {
        FunctionCall<BigInteger> call = Treasury.mandateCount();
        assertThatThrownBy(() -> call.decode("0x1234")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.decode("")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A time beyond every calendar stays beyond it, and does not become one in the past. */
    @Test
    void timeThatFitsNoLongIsTheLargestLong() {
        BigInteger never = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        assertThat(Roadmap.genesis().decode(cast("abi-encode", "f(uint64)", never.toString())))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void eventWithStructsIsDecoded() {
        assertThat(BidBook.BidRevealed.TOPIC)
                .isEqualTo(cast("sig-event", "BidRevealed(uint256,uint256,address," + TERMS + "," + MILESTONES + ")"));
        List<String> topics = List.of(BidBook.BidRevealed.TOPIC, word("1"), word("2"), word("a11ce"));
        String data = cast("abi-encode", "f(" + TERMS + "," + MILESTONES + ")", termsText, milestonesText);
        assertThat(BidBook.BidRevealed.decode(topics, data))
                .isEqualTo(new BidBook.BidRevealed(BigInteger.ONE, BigInteger.TWO, ALICE, terms, milestones));
    }

    @Test
    void eventWithBytesIsDecoded() {
        String topic = cast("sig-event", "BallotCast(uint256,address,uint256,uint256,bytes)");
        String data = cast("abi-encode", "f(uint256,uint256,bytes)", "3", "4", "0x0155");
        assertThat(BidElection.BallotCast.decode(List.of(topic, word("1"), word("b0b")), data))
                .isEqualTo(new BidElection.BallotCast(
                        BigInteger.ONE, BOB, BigInteger.valueOf(3), BigInteger.valueOf(4), "0x0155"));
    }

    @Test
    void eventOfOpenZeppelinIsDecoded() {
        String topic = cast("sig-event", "VoteCast(address,uint256,uint8,uint256,string)");
        String data = cast("abi-encode", "f(uint256,uint8,uint256,string)", LARGE.toString(), "2", "7", "why");
        assertThat(DaoGovernor.VoteCast.decode(List.of(topic, word("a11ce")), data))
                .isEqualTo(new DaoGovernor.VoteCast(ALICE, LARGE, 2, BigInteger.valueOf(7), "why"));
    }

    @Test
    void eventWithoutDataIsDecoded() {
        String topic = cast("sig-event", "BidWithdrawn(uint256,uint256)");
        assertThat(BidBook.BidWithdrawn.decode(List.of(topic, word("1"), word("2")), "0x"))
                .isEqualTo(new BidBook.BidWithdrawn(BigInteger.ONE, BigInteger.TWO));
    }

    @Test
    void logOfAnotherEventIsRefused() {
        List<String> topics = List.of(BidBook.BidWithdrawn.TOPIC, word("1"), word("2"));
        assertThatThrownBy(() -> BidBook.BidDisqualified.decode(topics, HASH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BidBook.BidDisqualified.decode(List.of(), HASH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deploymentIsCreationCodeAndArguments() {
        assertThat(GovernanceToken.deployment(List.of(ALICE, BOB), List.of(BigInteger.ONE, LARGE)))
                .isEqualTo(Artifacts.bytecode(ContractName.GOVERNANCE_TOKEN)
                        + cast(
                                        "abi-encode",
                                        "f(address[],uint256[])",
                                        "[" + ALICE + "," + BOB + "]",
                                        "[1," + LARGE + "]")
                                .substring(2));
        assertThat(Artifacts.bytecode(ContractName.PAYMENT_TOKEN)).matches("0x[0-9a-f]+");
    }

    /** A topic: 32 bytes. */
    private static String word(String hex) {
        return "0x" + "0".repeat(64 - hex.length()) + hex;
    }
}
