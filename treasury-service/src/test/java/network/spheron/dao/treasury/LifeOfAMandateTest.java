package network.spheron.dao.treasury;

import static network.spheron.dao.treasury.Competition.LINE;
import static network.spheron.dao.treasury.Competition.bid;
import static network.spheron.dao.treasury.Competition.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.events.FundingRefused;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.events.MilestonePaid;
import network.spheron.dao.events.MilestoneRefunded;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.testing.platform.TestBroker;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class LifeOfAMandateTest {
    @Test
    void awardsAreFundedPaidAndBookedAndTheRestGoesBack() {
        BigInteger reservedBefore = Portal.line(LINE, "reserved");
        BigInteger spentBefore = Portal.line(LINE, "spent");
        String payee = someAddress();
        Competition competition = Competition.decided(1_000, bid(0, payee, 300, 100), bid(1, someAddress(), 200));
        String id = competition.mandateId().toString();

        assertThat(TestBroker.untilPublished(MandateGranted.class, id, any -> true)
                        .lineName())
                .isEqualTo(LINE);
        assertThat(Portal.line(LINE, "reserved").subtract(reservedBefore)).isEqualTo(dollars(1_000));

        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());
        assertThat(Portal.until(
                                "/api/mandates/" + id + "/awards",
                                awards -> awards.getList("$").size() == 2)
                        .getList("status"))
                .containsOnly("STANDSTILL");

        competition.passStandstill();
        List<BigInteger> agreements = Portal.agreements(competition.mandateId(), 2);
        Portal.until("/api/mandates/" + id, mandate -> !mandate.getBoolean("open"));
        assertThat(Portal.get("/api/mandates/" + id + "/awards").getList("status"))
                .containsOnly("FUNDED");
        assertThat(Portal.line(LINE, "reserved").subtract(reservedBefore)).isEqualTo(dollars(600));
        assertThat(TestBroker.published(AgreementFunded.class, id)).hasSize(2);

        BigInteger agreement = competition.agreement(0);
        assertThat(agreements).contains(agreement);
        OnChain.submit(agreement, 0);
        long challengeEnds = OnChain.approve(agreement, 0);
        TestBroker.tell(approval(agreement, 0, challengeEnds));
        assertThat(Portal.untilPayout(agreement, 0, "APPROVED").getLong("dueAt"))
                .isEqualTo(challengeEnds);

        OnChain.pass(challengeEnds - OnChain.now());
        String transaction = Portal.untilPayout(agreement, 0, "PAID").getString("transactionHash");
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(300));
        assertThat(TestBroker.untilPublished(MilestonePaid.class, id, any -> true))
                .isEqualTo(new MilestonePaid(
                        competition.mandateId(),
                        agreement,
                        0,
                        payee,
                        OnChain.address(ContractName.PAYMENT_TOKEN),
                        dollars(300),
                        transaction));
        assertThat(Portal.payout(agreement, 1))
                .satisfies(
                        next -> assertThat(Portal.get(next).getString("status")).isEqualTo("PENDING"));

        assertThat(Portal.line(LINE, "spent").subtract(spentBefore)).isEqualTo(dollars(300));
        assertThat(Portal.line(LINE, "reserved").subtract(reservedBefore)).isEqualTo(dollars(300));
        assertBooksAgree(agreement, payee);
        assertThat(Portal.page("/treasury/mandates/" + id)).contains("Closed", "Funded", "Paid", "300", transaction);
    }

    private static void assertBooksAgree(BigInteger agreement, String payee) {
        assertThat(Portal.balance("escrow/" + agreement)).isEqualTo(dollars(100));
        assertThat(Portal.balance("outside/" + payee)).isEqualTo(dollars(300));
        assertThat(Portal.balance("treasury")).isEqualTo(OnChain.balance(OnChain.address(ContractName.TREASURY)));
        Treasury.LineResult line = OnChain.read(ContractName.TREASURY, Treasury.line(Keccak.hash(LINE)));
        assertThat(Portal.balance("budget/" + LINE + "/spent")).isEqualTo(line.spent());
        assertThat(Portal.balance("budget/" + LINE + "/reserved")).isEqualTo(line.reserved());
        assertThat(Portal.isCleanFrom(OnChain.block() - 5)).isTrue();
        List<List<String>> amounts = Portal.get("/api/ledger/entries?size=500").getList("postings.amount");
        assertThat(amounts)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(
                                entry.stream().map(BigInteger::new).reduce(BigInteger.ZERO, BigInteger::add))
                        .isZero());
    }

    @Test
    void rejectedMilestoneGoesBackToTheTreasuryAndItsLine() {
        Competition competition = Competition.decided(400, bid(0, someAddress(), 300, 100));
        BigInteger agreement = funded(competition);
        String id = competition.mandateId().toString();
        BigInteger reservedBefore = Portal.line(LINE, "reserved");
        BigInteger treasuryBefore = Portal.balance("treasury");

        OnChain.submit(agreement, 0);
        long challengeEnds = OnChain.reject(agreement, 0);
        Portal.until(
                Portal.payout(agreement, 0),
                payout -> Long.toString(challengeEnds).equals(payout.getString("refundableFrom")));

        OnChain.pass(challengeEnds - OnChain.now());
        String transaction = Portal.untilPayout(agreement, 0, "REFUNDED").getString("transactionHash");
        assertThat(TestBroker.untilPublished(MilestoneRefunded.class, id, any -> true))
                .isEqualTo(new MilestoneRefunded(
                        competition.mandateId(),
                        agreement,
                        0,
                        OnChain.address(ContractName.PAYMENT_TOKEN),
                        dollars(300),
                        transaction));
        assertThat(Portal.balance("escrow/" + agreement)).isEqualTo(dollars(100));
        assertThat(Portal.balance("treasury").subtract(treasuryBefore)).isEqualTo(dollars(300));
        assertThat(reservedBefore.subtract(Portal.line(LINE, "reserved"))).isEqualTo(dollars(300));
        assertThat(Portal.get("/api/mandates/" + id).getString("committed"))
                .isEqualTo(dollars(100).toString());
        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
        assertThat(Portal.page("/treasury/mandates/" + id)).contains("Refunded", transaction);
    }

    @Test
    void milestoneThatIsNotSubmittedInTimeGoesBack() {
        List<MilestoneTerms> urgent = List.of(
                new MilestoneTerms(dollars(60), 3_600, Keccak.hash("soon")),
                new MilestoneTerms(dollars(40), 30L * 24 * 3600, Keccak.hash("later")));
        Competition competition = Competition.decided(
                100, new Competition.Bid(bid(0, someAddress(), 1).bidder(), someAddress(), urgent));
        BigInteger agreement = funded(competition);
        long dueAt = OnChain.milestone(agreement, 0).dueAt();
        assertThat(Portal.get(Portal.payout(agreement, 0)).getLong("refundableFrom"))
                .isEqualTo(dueAt + 1);

        OnChain.pass(dueAt + 1 - OnChain.now());

        Portal.untilPayout(agreement, 0, "REFUNDED");
        assertThat(Portal.get(Portal.payout(agreement, 1)).getString("status")).isEqualTo("PENDING");
    }

    @Test
    void approvedMilestoneWhoseChallengeIsUpheldGoesBack() {
        Competition competition = Competition.decided(100, bid(0, someAddress(), 100));
        BigInteger agreement = funded(competition);
        OnChain.submit(agreement, 0);
        TestBroker.tell(approval(agreement, 0, OnChain.approve(agreement, 0)));
        Portal.untilPayout(agreement, 0, "APPROVED");

        OnChain.upholdChallenge(agreement, 0);

        Portal.untilPayout(agreement, 0, "REFUNDED");
    }

    /** Funds the award of a competition with one bid; returns the agreement. */
    private static BigInteger funded(Competition competition) {
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());
        competition.passStandstill();
        BigInteger agreement = Portal.agreements(competition.mandateId(), 1).get(0);
        Portal.until("/api/mandates/" + competition.mandateId(), mandate -> Boolean.FALSE.equals(mandate.get("open")));
        return agreement;
    }

    @Test
    void electionWithoutWinnerClosesItsMandate() {
        BigInteger reservedBefore = Portal.line(LINE, "reserved");
        Competition competition = Competition.granted(700, 90L * 24 * 3600)
                .bidding(bid(0, someAddress(), 500))
                .election(false);
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());

        competition.passStandstill();

        Portal.until("/api/mandates/" + competition.mandateId(), mandate -> Boolean.FALSE.equals(mandate.get("open")));
        assertThat(Portal.line(LINE, "reserved")).isEqualTo(reservedBefore);
        assertThat(competition.agreement(0)).isZero();
    }

    @Test
    void mandateThatNobodyUsedIsClosedWhenItHasExpired() {
        BigInteger reservedBefore = Portal.line(LINE, "reserved");
        Competition competition = Competition.granted(400, 1_000);
        Portal.until("/api/mandates/" + competition.mandateId(), mandate -> Boolean.TRUE.equals(mandate.get("open")));

        OnChain.pass(1_001);

        Portal.until("/api/mandates/" + competition.mandateId(), mandate -> Boolean.FALSE.equals(mandate.get("open")));
        assertThat(Portal.line(LINE, "reserved")).isEqualTo(reservedBefore);
    }

    @Test
    void newsOfWhatOthersHaveDoneMeanwhileIsNoObstacle() {
        Competition competition = Competition.decided(500, bid(0, someAddress(), 200), bid(1, someAddress(), 100));
        competition.passStandstill();
        competition.fundDirectly(0);
        Portal.agreements(competition.mandateId(), 1);

        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());

        Portal.agreements(competition.mandateId(), 2);
        Portal.until("/api/mandates/" + competition.mandateId(), mandate -> Boolean.FALSE.equals(mandate.get("open")));
        assertThat(TestBroker.published(
                        FundingRefused.class, competition.mandateId().toString()))
                .isEmpty();
    }

    @Test
    void falseTermsAreRefusedByTheEscrowAndTheTrueOnesFunded() {
        Competition competition = Competition.decided(500, bid(0, someAddress(), 200));
        String id = competition.mandateId().toString();
        List<MilestoneTerms> forged = bid(0, someAddress(), 50, 150).milestones();
        TestBroker.tell(competition.revealed(0, forged), competition.electionDecided());
        competition.passStandstill();

        FundingRefused refused = TestBroker.untilPublished(FundingRefused.class, id, any -> true);
        assertThat(refused.check()).isEqualTo("MilestonesMismatch");
        assertThat(Portal.page("/treasury/mandates/" + id)).contains("MilestonesMismatch");

        TestBroker.tell(competition.bidsRevealed());
        OnChain.pass(120);
        Portal.agreements(competition.mandateId(), 1);
        assertThat(TestBroker.published(FundingRefused.class, id)).hasSize(1);
    }

    @Test
    void awardThatWasNeverWonLapsesWithItsMandate() {
        Competition competition = Competition.granted(500, 90L * 24 * 3600)
                .bidding(bid(0, someAddress(), 200))
                .election(false);
        ElectionDecided truth = competition.electionDecided();
        ElectionDecided forged = new ElectionDecided(
                truth.mandateId(),
                truth.results(),
                List.of(0),
                dollars(200),
                truth.standstillEnds(),
                truth.transactionHash());
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(forged);
        competition.passStandstill();

        Portal.until(
                "/api/mandates/" + competition.mandateId() + "/awards",
                awards -> List.of("LAPSED").equals(awards.getList("status")));
        assertThat(competition.agreement(0)).isZero();
    }

    @Test
    void tokensThatReachTheContractsByThemselvesAreBookedToo() {
        String generous = someAddress();
        Competition competition = Competition.decided(500, bid(0, generous, 30));
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());
        competition.passStandstill();
        Portal.agreements(competition.mandateId(), 1);
        BigInteger agreement = competition.agreement(0);
        OnChain.submit(agreement, 0);
        TestBroker.tell(approval(agreement, 0, OnChain.approve(agreement, 0)));
        OnChain.pass(60);
        Portal.untilPayout(agreement, 0, "PAID");
        for (ContractName contract : List.of(ContractName.MILESTONE_ESCROW, ContractName.TREASURY)) {
            OnChain.send(
                    generous, ContractName.PAYMENT_TOKEN, LocalToken.transfer(OnChain.address(contract), dollars(5)));
        }

        assertThat(Portal.isCleanFrom(OnChain.block())).isTrue();
        assertThat(Portal.balance("escrow/unassigned")).isEqualTo(dollars(5));
        assertThat(Portal.balance("outside/" + generous)).isEqualTo(dollars(20));
    }

    static MilestoneApproved approval(BigInteger agreement, int milestone, long challengeEnds) {
        return new MilestoneApproved(agreement, milestone, 1, OnChain.EVIDENCE, challengeEnds, Keccak.hash("approval"));
    }

    static String someAddress() {
        return "0x" + Keccak.hash(UUID.randomUUID().toString()).substring(26);
    }
}
