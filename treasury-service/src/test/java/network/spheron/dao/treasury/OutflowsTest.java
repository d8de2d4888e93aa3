package network.spheron.dao.treasury;

import static network.spheron.dao.treasury.Competition.bid;
import static network.spheron.dao.treasury.Competition.dollars;
import static network.spheron.dao.treasury.LifeOfAMandateTest.someAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.PayoutRefused;
import network.spheron.dao.testing.platform.TestBroker;
import org.junit.jupiter.api.Test;

/** What leaves the treasury beside agreements, what votes change of its lines, and the stop of it all. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class OutflowsTest {
    private static final String REWARDS = "Network Rewards";
    private static final String INITIATIVES = "Community Initiatives";
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final long MANY_BLOCKS = 25;

    @Test
    void distributionIsReservedClaimedClosedAndBooked() {
        BigInteger reservedBefore = Portal.line(REWARDS, "reserved");
        BigInteger spentBefore = Portal.line(REWARDS, "spent");
        String account = someAddress();
        BigInteger amount = dollars(25);
        vote(Treasury.openDistribution(new Treasury.DistributionTerms(
                Keccak.hash(REWARDS), onlyShare(account, amount), dollars(40), OnChain.now() + HOUR)));
        BigInteger id = OnChain.read(ContractName.TREASURY, Treasury.distributionCount());
        untilDistribution(id, "claimed", "0");
        assertThat(Portal.line(REWARDS, "reserved").subtract(reservedBefore)).isEqualTo(dollars(40));

        OnChain.send(
                someAddress(), ContractName.TREASURY, Treasury.claim(id, BigInteger.ZERO, account, amount, List.of()));
        untilDistribution(id, "claimed", amount.toString());
        assertThat(OnChain.balance(account)).isEqualTo(amount);
        assertThat(Portal.balance("outside/" + account)).isEqualTo(amount);

        OnChain.pass(HOUR + 1);
        untilDistribution(id, "closed", "true");
        assertThat(Portal.line(REWARDS, "reserved")).isEqualTo(reservedBefore);
        assertThat(Portal.line(REWARDS, "spent").subtract(spentBefore)).isEqualTo(amount);
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
        assertThat(Portal.page("/treasury")).contains("Distribution " + id);
    }

    @Test
    void claimsEndIsPutOffByAStop() {
        long deadline = OnChain.now() + 2 * HOUR;
        vote(Treasury.openDistribution(
                new Treasury.DistributionTerms(Keccak.hash(REWARDS), Keccak.hash("shares"), dollars(1), deadline)));
        BigInteger id = OnChain.read(ContractName.TREASURY, Treasury.distributionCount());
        untilDistribution(id, "claimsEnd", Long.toString(deadline));

        OnChain.stopPayments(HOUR);
        OnChain.pass(3 * HOUR - 600);
        untilDistribution(id, "claimsEnd", Long.toString(deadline + HOUR));
        untilDistribution(id, "claimable", "true");
        assertThat(OnChain.now()).isGreaterThan(deadline);
        assertThat(Portal.page("/treasury")).contains(Keccak.hash("shares"));

        OnChain.pass(1_200);
        untilDistribution(id, "closed", "true");
        untilDistribution(id, "claimable", "false");
    }

    @Test
    void stopIsShownWithItsReasonAndKept() {
        OnChain.stopPayments(HOUR);
        BigInteger round = OnChain.read(ContractName.TREASURY, Treasury.stopCount());
        String stop = "find { it.round == '" + round + "' }";
        Portal.until("/api/treasury/stops", list -> list.get(stop) != null);
        assertThat(Portal.get("/api/treasury/stops").getString(stop + ".reasonHash"))
                .isEqualTo(OnChain.REASON);
        assertThat(Portal.page("/treasury")).contains("Payments are stopped", OnChain.REASON);

        OnChain.pass(HOUR);
        Portal.isCleanFrom(OnChain.block());
        assertThat(Portal.page("/treasury")).doesNotContain(OnChain.REASON);
        assertThat(Portal.get("/api/treasury/stops").<Object>get(stop)).isNotNull();
    }

    @Test
    void lineShowsWhatMayStillBePromisedInItsPeriod() {
        vote(Treasury.setLinePeriod(Keccak.hash(INITIATIVES), DAY, dollars(500)));
        long ends = OnChain.read(ContractName.TREASURY, Treasury.linePeriod(Keccak.hash(INITIATIVES)))
                .periodEnds();
        untilLine(INITIATIVES, "periodCap", dollars(500).toString());
        untilLine(INITIATIVES, "periodEnds", Long.toString(ends));

        vote(Treasury.openDistribution(new Treasury.DistributionTerms(
                Keccak.hash(INITIATIVES), Keccak.hash("shares"), dollars(200), OnChain.now() + HOUR)));
        untilLine(INITIATIVES, "unpromised", dollars(300).toString());
        assertThat(Portal.page("/treasury")).contains("Votes may still promise");

        OnChain.pass(DAY);
        untilLine(INITIATIVES, "unpromised", dollars(500).toString());
        Treasury.LinePeriodResult onChain =
                OnChain.read(ContractName.TREASURY, Treasury.linePeriod(Keccak.hash(INITIATIVES)));
        untilLine(INITIATIVES, "periodEnds", Long.toString(onChain.periodEnds()));
        vote(Treasury.setLinePeriod(Keccak.hash(INITIATIVES), 30 * DAY, dollars(1_000_000)));
    }

    @Test
    void moneyMovedBetweenLinesIsBooked() {
        BigInteger rewards = Portal.line(REWARDS, "allocated");
        BigInteger initiatives = Portal.line(INITIATIVES, "allocated");

        allocate(REWARDS, rewards.subtract(dollars(100)));
        allocate(INITIATIVES, initiatives.add(dollars(100)));
        untilAllocated(INITIATIVES, initiatives.add(dollars(100)));
        assertThat(Portal.line(REWARDS, "allocated")).isEqualTo(rewards.subtract(dollars(100)));
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();

        allocate(INITIATIVES, initiatives);
        allocate(REWARDS, rewards);
        untilAllocated(REWARDS, rewards);
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
    }

    @Test
    void payoutWaitsWhilePaymentsAreStopped() {
        String payee = someAddress();
        Competition competition = Competition.decided(50, bid(0, payee, 50));
        competition.passStandstill();
        competition.fundDirectly(0);
        BigInteger agreement = competition.agreement(0);
        Portal.untilPayout(agreement, 0, "PENDING");
        OnChain.submit(agreement, 0);
        long challengeEnds = OnChain.approve(agreement, 0);
        TestBroker.tell(LifeOfAMandateTest.approval(agreement, 0, challengeEnds));
        Portal.untilPayout(agreement, 0, "APPROVED");

        OnChain.stopPayments(24 * HOUR);
        long stoppedFor = challengeEnds - OnChain.now();
        OnChain.pass(stoppedFor);
        assertThat(Portal.isCleanFrom(OnChain.block() + MANY_BLOCKS)).isTrue();
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("APPROVED");
        assertThat(OnChain.balance(payee)).isZero();
        assertThat(Portal.page("/treasury")).contains("Payments are stopped");

        vote(Treasury.liftStop());
        OnChain.pass(stoppedFor + MANY_BLOCKS * 10);
        Portal.untilPayout(agreement, 0, "PAID");
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(50));
        assertThat(Portal.page("/treasury")).doesNotContain("Payments are stopped");
        assertThat(TestBroker.published(
                        PayoutRefused.class, competition.mandateId().toString()))
                .isEmpty();
    }

    @Test
    void linesInOtherTokensAreShownInTheirOwnUnits() {
        String votes = OnChain.address(ContractName.GOVERNANCE_TOKEN);
        OnChain.setCoins(OnChain.address(ContractName.TREASURY), BigInteger.TWO.multiply(BigInteger.TEN.pow(18)));
        vote(Treasury.openLine(new Treasury.LineConfig(
                "Coins", "0x" + "0".repeat(40), BigInteger.TWO.multiply(BigInteger.TEN.pow(18)), DAY, BigInteger.ONE)));
        vote(Treasury.openLine(new Treasury.LineConfig("Votes", votes, BigInteger.ZERO, DAY, BigInteger.TEN)));
        untilLine("Votes", "periodCap", "10");

        assertThat(Portal.page("/treasury")).contains("of 2 coins", "of 0 smallest units of " + votes);
        assertThat(Portal.page("/treasury/ledger?account=budget/Coins/free")).contains("coins");
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
    }

    private static void allocate(String line, BigInteger amount) {
        vote(Treasury.allocate(Keccak.hash(line), amount));
    }

    private static void vote(FunctionCall<?> call) {
        OnChain.send(OnChain.address(ContractName.DAO_TIMELOCK), ContractName.TREASURY, call);
    }

    private static void untilDistribution(BigInteger id, String figure, String value) {
        String path = "find { it.distributionId == '" + id + "' }?." + figure;
        Portal.until("/api/treasury/distributions", list -> value.equals(list.getString(path)));
    }

    private static void untilAllocated(String line, BigInteger amount) {
        untilLine(line, "allocated", amount.toString());
    }

    private static void untilLine(String line, String figure, String value) {
        String path = "find { it.name == '" + line + "' }." + figure;
        Portal.until("/api/treasury/lines", list -> value.equals(list.getString(path)));
    }

    /** The root of a tree of one share, at index 0. */
    private static String onlyShare(String account, BigInteger amount) {
        String share = "%064x".formatted(0) + "0".repeat(24) + account.substring(2) + "%064x".formatted(amount);
        return Keccak.hashHex(Keccak.hashHex("0x" + share));
    }
}
