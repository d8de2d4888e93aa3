package network.spheron.dao.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.platform.TestDao;

/** What people do and see on the contracts themselves, past the service. */
public final class OnChain {
    /** What contractors show for their work. */
    public static final String EVIDENCE = Keccak.hash("evidence");

    /** Keccak256 of why stewards and holders decide. */
    public static final String REASON = Keccak.hash("reason");

    private static final TestChain CHAIN = TestChain.shared();
    private static final String NO_REASON = "0x" + "0".repeat(64);
    private static final long FAR = 1L << 40;

    private OnChain() {}

    public static String address(ContractName contract) {
        return TestDao.addresses().address(contract);
    }

    public static <R> R read(ContractName contract, FunctionCall<R> call) {
        Map<String, String> request = Map.of("to", address(contract), "data", call.data());
        return call.decode(CHAIN.rpc("eth_call", request, "latest").asText());
    }

    /** Sets what an address has of the native coin. */
    public static void setCoins(String holder, BigInteger amount) {
        CHAIN.rpc("anvil_setBalance", holder, "0x" + amount.toString(16));
    }

    /** Sends a transaction from whatever account and mines it; returns its hash. */
    public static String send(String from, ContractName to, FunctionCall<?> call) {
        CHAIN.rpc("anvil_impersonateAccount", from);
        setCoins(from, BigInteger.TEN.pow(20));
        String hash = CHAIN.send(from, address(to), call.data());
        CHAIN.mine(1);
        JsonNode receipt = CHAIN.rpc("eth_getTransactionReceipt", hash);
        if (!receipt.path("status").asText().equals("0x1")) {
            throw new AssertionError(call.name() + " was refused: " + receipt);
        }
        return hash;
    }

    public static void pass(long seconds) {
        CHAIN.advance(Duration.ofSeconds(seconds));
    }

    public static long now() {
        return CHAIN.now();
    }

    public static long block() {
        return CHAIN.blockNumber();
    }

    /** How many transactions the treasury's server key has sent, those that wait included. */
    public static String relayNonce() {
        return CHAIN.rpc("eth_getTransactionCount", TestDao.relay("treasury").address(), "pending")
                .asText();
    }

    /** Payment tokens of an address. */
    public static BigInteger balance(String holder) {
        return read(ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(holder));
    }

    /** Sets the payment tokens of an address without any transfer, as no user could. */
    public static void setBalance(String holder, BigInteger amount) {
        String slot = Keccak.hashHex("0x" + "0".repeat(24) + holder.substring(2) + "0".repeat(64));
        String value = "0x" + String.format("%064x", amount);
        CHAIN.rpc("anvil_setStorageAt", address(ContractName.PAYMENT_TOKEN), slot, value);
    }

    public static MilestoneEscrow.MilestoneResult milestone(BigInteger agreement, int milestone) {
        return read(ContractName.MILESTONE_ESCROW, MilestoneEscrow.milestone(agreement, BigInteger.valueOf(milestone)));
    }

    /** The contractor submits a milestone for the first time. */
    public static void submit(BigInteger agreement, int milestone) {
        String contractor = read(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(agreement))
                .contractor();
        send(
                contractor,
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.submit(agreement, BigInteger.valueOf(milestone), BigInteger.ONE, EVIDENCE));
    }

    /** Enough stewards sign for a milestone; returns when its challenge window ends. */
    public static long approve(BigInteger agreement, int milestone) {
        List<StewardCouncil.Approval> approvals = approvals("approve milestone", agreement, milestone, NO_REASON);
        send(
                anyone(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.approve(agreement, BigInteger.valueOf(milestone), BigInteger.ONE, approvals));
        return milestone(agreement, milestone).challengeEnds();
    }

    /** Enough stewards reject a milestone; returns when its challenge window ends. */
    public static long reject(BigInteger agreement, int milestone) {
        List<StewardCouncil.Approval> approvals = approvals("reject milestone", agreement, milestone, REASON);
        send(
                anyone(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.reject(agreement, BigInteger.valueOf(milestone), BigInteger.ONE, REASON, approvals));
        return milestone(agreement, milestone).challengeEnds();
    }

    /** A holder challenges the decision about a milestone. */
    public static void challenge(BigInteger agreement, int milestone) {
        send(
                TestDao.holders().get(0).address(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.challenge(agreement, BigInteger.valueOf(milestone), REASON));
    }

    /** A holder challenges an approved milestone, and a vote upholds that. */
    public static void upholdChallenge(BigInteger agreement, int milestone) {
        challenge(agreement, milestone);
        send(
                address(ContractName.DAO_TIMELOCK),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.rule(agreement, BigInteger.valueOf(milestone), BigInteger.ONE, false, REASON));
    }

    /** Enough stewards stop payments for this many seconds. */
    public static void stopPayments(long seconds) {
        BigInteger round = read(ContractName.TREASURY, Treasury.stopCount()).add(BigInteger.ONE);
        StewardCouncil.Decision decision = new StewardCouncil.Decision(
                "stop payments",
                address(ContractName.TREASURY),
                BigInteger.valueOf(seconds),
                BigInteger.ZERO,
                round,
                NO_REASON,
                REASON);
        send(anyone(), ContractName.TREASURY, Treasury.stop(seconds, REASON, approvals(decision)));
    }

    private static String anyone() {
        return TestDao.stewards().get(0).address();
    }

    private static List<StewardCouncil.Approval> approvals(
            String action, BigInteger agreement, int milestone, String reason) {
        StewardCouncil.Decision decision = new StewardCouncil.Decision(
                action,
                address(ContractName.MILESTONE_ESCROW),
                agreement,
                BigInteger.valueOf(milestone),
                BigInteger.ONE,
                EVIDENCE,
                reason);
        return approvals(decision);
    }

    private static List<StewardCouncil.Approval> approvals(StewardCouncil.Decision decision) {
        return TestDao.stewards().stream()
                .sorted(Comparator.comparing(TestKey::address))
                .limit(TestDao.THRESHOLD)
                .map(steward -> approval(steward, decision))
                .toList();
    }

    private static StewardCouncil.Approval approval(TestKey steward, StewardCouncil.Decision decision) {
        String digest = read(ContractName.STEWARD_COUNCIL, StewardCouncil.digest(decision, steward.address(), FAR));
        return new StewardCouncil.Approval(steward.address(), FAR, steward.sign(digest));
    }
}
