package network.spheron.dao.treasury;

import static network.spheron.dao.treasury.Competition.bid;
import static network.spheron.dao.treasury.Competition.dollars;
import static network.spheron.dao.treasury.LifeOfAMandateTest.someAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.events.PayoutRefused;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.platform.TestBroker;
import network.spheron.dao.testing.platform.TestDao;
import org.junit.jupiter.api.Test;

/** What becomes of payouts when their agreement is changed after it was funded. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class ChangedAgreementsTest {
    private static final String REASON = Keccak.hash("reason");
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final TestKey CONTRACTOR = TestDao.contractors().get(0);

    @Test
    void whatWasNotSubmittedGoesBackWhenAVoteEndsTheAgreement() {
        BigInteger agreement = funded(bid(0, someAddress(), 60, 40));
        OnChain.submit(agreement, 0);

        vote(MilestoneEscrow.terminate(agreement, REASON));

        Portal.untilPayout(agreement, 1, "REFUNDED");
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("PENDING");
        assertThat(Portal.balance("escrow/" + agreement)).isEqualTo(dollars(60));
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
    }

    @Test
    void changeOrderChangesAddsAndDropsPayouts() {
        BigInteger agreement = funded(bid(0, someAddress(), 60, 40, 20));
        List<MilestoneEscrow.Change> changes =
                List.of(change(0, dollars(50)), change(1, BigInteger.ZERO), change(3, dollars(15)));
        String digest = OnChain.read(
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.changeOrderDigest(agreement, BigInteger.ONE, hash(agreement, changes)));

        vote(MilestoneEscrow.changeOrder(agreement, BigInteger.ONE, changes, CONTRACTOR.sign(digest), List.of()));

        Portal.untilPayout(agreement, 3, "PENDING");
        assertThat(amounts(agreement, 0, 2, 3)).containsExactly(dollars(50), dollars(20), dollars(15));
        assertThat(Portal.get(Portal.payout(agreement, 1)).getString("status")).isEqualTo("REFUNDED");
        assertThat(Portal.balance("escrow/" + agreement)).isEqualTo(dollars(85));
        assertThat(terms(agreement).getString("price")).isEqualTo(dollars(85).toString());
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();

        OnChain.submit(agreement, 3);
        pay(agreement, 3);
        assertThat(Portal.balance("escrow/" + agreement)).isEqualTo(dollars(70));
    }

    @Test
    void newPayeeIsPaid() {
        BigInteger agreement = funded(bid(0, CONTRACTOR.address(), 30));
        String next = someAddress();
        String digest = OnChain.read(
                ContractName.MILESTONE_ESCROW, MilestoneEscrow.payeeChangeDigest(agreement, BigInteger.ONE, next));
        anybody(MilestoneEscrow.changePayee(agreement, BigInteger.ONE, next, CONTRACTOR.sign(digest)));
        OnChain.pass(DAY);
        anybody(MilestoneEscrow.completePayeeChange(agreement));

        OnChain.submit(agreement, 0);
        pay(agreement, 0);

        assertThat(OnChain.balance(next)).isEqualTo(dollars(30));
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("payee")).isEqualTo(next);
        assertThat(terms(agreement).getString("payee")).isEqualTo(next);
    }

    @Test
    void whatThePayeeCannotReceiveWaitsToBeFetched() {
        String payee = someAddress();
        String elsewhere = someAddress();
        BigInteger agreement = funded(bid(0, payee, 30));
        OnChain.submit(agreement, 0);
        OnChain.pass(OnChain.approve(agreement, 0) - OnChain.now());
        releaseWhileNothingCanBeReceived(agreement);
        assertThat(Portal.untilPayout(agreement, 0, "PAID").getBoolean("owed")).isTrue();
        assertThat(Portal.balance("escrow/owed/" + payee)).isEqualTo(dollars(30));
        assertThat(Portal.balance("outside/" + payee)).isZero();
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
        assertThat(Portal.page("/treasury")).contains("The payee could not receive it");

        OnChain.send(
                payee,
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.withdraw(OnChain.address(ContractName.PAYMENT_TOKEN), elsewhere));
        Portal.until(Portal.payout(agreement, 0), payout -> !payout.getBoolean("owed"));
        assertThat(OnChain.balance(elsewhere)).isEqualTo(dollars(30));
        assertThat(Portal.balance("escrow/owed/" + payee)).isZero();
        assertThat(Portal.balance("outside/" + elsewhere)).isEqualTo(dollars(30));
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
        assertThat(Portal.page("/treasury")).doesNotContain("The payee could not receive it");
    }

    @Test
    void challengedMilestoneWaitsForItsVoteAndIsNotRefused() {
        BigInteger agreement = funded(bid(0, someAddress(), 30));
        OnChain.submit(agreement, 0);
        long challengeEnds = OnChain.approve(agreement, 0);
        TestBroker.tell(LifeOfAMandateTest.approval(agreement, 0, challengeEnds));
        Portal.untilPayout(agreement, 0, "APPROVED");
        OnChain.challenge(agreement, 0);
        OnChain.pass(2 * (challengeEnds - OnChain.now()));

        assertThat(Portal.isCleanFrom(OnChain.block() + 25)).isTrue();
        long lapses = Portal.until(Portal.payout(agreement, 0), payout -> payout.get("challengedUntil") != null)
                .getLong("challengedUntil");
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("APPROVED");
        assertThat(Portal.page("/treasury")).contains("Waits for a vote until");

        OnChain.pass(lapses - OnChain.now());
        anybody(MilestoneEscrow.lapseChallenge(agreement, BigInteger.ZERO));
        Portal.untilPayout(agreement, 0, "PAID");
        assertNothingWasRefused(agreement);
    }

    @Test
    void challengedRejectionIsNotRefundedUntilItsChallengeEnds() {
        BigInteger agreement = funded(bid(0, someAddress(), 30));
        OnChain.submit(agreement, 0);
        long challengeEnds = OnChain.reject(agreement, 0);
        OnChain.challenge(agreement, 0);
        OnChain.pass(2 * (challengeEnds - OnChain.now()));

        assertThat(Portal.isCleanFrom(OnChain.block() + 25)).isTrue();
        long lapses = Portal.until(Portal.payout(agreement, 0), payout -> payout.get("challengedUntil") != null)
                .getLong("challengedUntil");
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("PENDING");

        OnChain.pass(lapses - OnChain.now());
        anybody(MilestoneEscrow.lapseChallenge(agreement, BigInteger.ZERO));
        Portal.untilPayout(agreement, 0, "REFUNDED");
        assertNothingWasRefused(agreement);
    }

    @Test
    void milestoneThatHadToWaitForTheOneBeforeIsRefundedByTheChainsTime() {
        Competition competition = Competition.decidedInOrder(100, urgentBid());
        competition.passStandstill();
        competition.fundDirectly(0);
        BigInteger agreement = competition.agreement(0);
        long plannedFrom = Portal.untilPayout(agreement, 1, "PENDING").getLong("refundableFrom");
        OnChain.pass(HOUR - 30);
        OnChain.submit(agreement, 0);
        OnChain.approve(agreement, 0);

        OnChain.pass(plannedFrom - OnChain.now());
        long refundableFrom = OnChain.milestone(agreement, 1).dueAt() + 1;
        assertThat(refundableFrom).isGreaterThan(plannedFrom);
        Portal.until(Portal.payout(agreement, 1), payout -> payout.getLong("refundableFrom") == refundableFrom);
        assertThat(Portal.get(Portal.payout(agreement, 1)).getString("status")).isEqualTo("PENDING");

        OnChain.pass(refundableFrom - OnChain.now());
        Portal.untilPayout(agreement, 1, "REFUNDED");
        assertNothingWasRefused(agreement);
    }

    private static Competition.Bid urgentBid() {
        List<MilestoneTerms> milestones = List.of(
                new MilestoneTerms(dollars(60), HOUR, Keccak.hash("first")),
                new MilestoneTerms(dollars(40), HOUR, Keccak.hash("second")));
        return new Competition.Bid(CONTRACTOR.address(), someAddress(), milestones);
    }

    /** Its token fails, for which the escrow does not fail itself. */
    private static void releaseWhileNothingCanBeReceived(BigInteger agreement) {
        String escrow = OnChain.address(ContractName.MILESTONE_ESCROW);
        BigInteger held = OnChain.balance(escrow);
        OnChain.setBalance(escrow, BigInteger.ZERO);
        try {
            anybody(MilestoneEscrow.release(agreement, BigInteger.ZERO));
        } finally {
            OnChain.setBalance(escrow, held);
        }
    }

    private static void assertNothingWasRefused(BigInteger agreement) {
        String mandate = terms(agreement).getString("mandateId");
        assertThat(TestBroker.published(PayoutRefused.class, mandate)).isEmpty();
    }

    /** The agreement as the API shows it. */
    private static JsonPath terms(BigInteger agreement) {
        String mandate = Portal.get(Portal.payout(agreement, 0)).getString("mandateId");
        return Portal.get("/api/mandates/" + mandate + "/agreements")
                .setRootPath("find { it.agreementId == '" + agreement + "' }");
    }

    @Test
    void rejectedMilestoneThatAVoteApprovesIsPaidAndNotRefunded() {
        String payee = someAddress();
        BigInteger agreement = funded(bid(0, payee, 30));
        OnChain.submit(agreement, 0);
        OnChain.reject(agreement, 0);
        vote(MilestoneEscrow.rule(agreement, BigInteger.ZERO, BigInteger.ONE, true, REASON));
        // News of an approval comes when it is final.
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();

        TestBroker.tell(LifeOfAMandateTest.approval(
                agreement, 0, OnChain.milestone(agreement, 0).challengeEnds()));

        Portal.untilPayout(agreement, 0, "PAID");
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(30));
    }

    /** An agreement made by anyone; every milestone is due in 30 days. */
    private static BigInteger funded(Competition.Bid bid) {
        Competition competition = Competition.decided(500, bid);
        competition.passStandstill();
        competition.fundDirectly(0);
        BigInteger agreement = competition.agreement(0);
        Portal.untilPayout(agreement, 0, "PENDING");
        return agreement;
    }

    private static void pay(BigInteger agreement, int milestone) {
        long challengeEnds = OnChain.approve(agreement, milestone);
        TestBroker.tell(LifeOfAMandateTest.approval(agreement, milestone, challengeEnds));
        OnChain.pass(challengeEnds - OnChain.now());
        Portal.untilPayout(agreement, milestone, "PAID");
    }

    private static MilestoneEscrow.Change change(int milestone, BigInteger amount) {
        return new MilestoneEscrow.Change(
                BigInteger.valueOf(milestone), new BidBook.Milestone(amount, 30 * DAY, Keccak.hash("changed")));
    }

    // keccak256(abi.encode(Change[])): the list as it stands in a call before an empty signature and no approvals.
    private static String hash(BigInteger agreement, List<MilestoneEscrow.Change> changes) {
        String call = MilestoneEscrow.changeOrder(agreement, BigInteger.ONE, changes, "0x", List.of())
                .data();
        String list = call.substring(10 + 5 * 64, call.length() - 2 * 64);
        return Keccak.hashHex("0x" + String.format("%064x", 32) + list);
    }

    private static List<BigInteger> amounts(BigInteger agreement, int... milestones) {
        return Arrays.stream(milestones)
                .mapToObj(milestone -> new BigInteger(
                        Portal.get(Portal.payout(agreement, milestone)).getString("amount")))
                .toList();
    }

    private static void vote(FunctionCall<?> call) {
        OnChain.send(OnChain.address(ContractName.DAO_TIMELOCK), ContractName.MILESTONE_ESCROW, call);
    }

    private static void anybody(FunctionCall<?> call) {
        OnChain.send(someAddress(), ContractName.MILESTONE_ESCROW, call);
    }
}
