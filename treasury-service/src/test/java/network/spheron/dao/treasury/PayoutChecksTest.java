package network.spheron.dao.treasury;

import static network.spheron.dao.treasury.Competition.bid;
import static network.spheron.dao.treasury.Competition.dollars;
import static network.spheron.dao.treasury.LifeOfAMandateTest.approval;
import static network.spheron.dao.treasury.LifeOfAMandateTest.someAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.PayoutRefused;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestBroker;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands between an event and a signature. Every test has an agreement of its own over 60 and 40. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class PayoutChecksTest {
    /** Longer than a refused payout waits for its next check. */
    private static final long NEXT_CHECK = 61;

    /** As short as stops may be. */
    private static final long STOP = 3_600;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionRelay relay;

    private String payee = "";
    private BigInteger mandate = BigInteger.ZERO;
    private BigInteger agreement = BigInteger.ZERO;

    @BeforeEach
    void fundAnAgreement() {
        payee = someAddress();
        Competition competition = Competition.decided(100, bid(0, payee, 60, 40));
        mandate = competition.mandateId();
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());
        competition.passStandstill();
        agreement = Portal.agreements(mandate, 1).get(0);
        Portal.until("/api/mandates/" + mandate, state -> Boolean.FALSE.equals(state.get("open")));
        awaitNothingUnderWay();
    }

    @Test
    void approvalThatTheChainDoesNotKnowIsRefused() {
        String nonce = OnChain.relayNonce();

        TestBroker.tell(approval(agreement, 0, 1));

        PayoutRefused refused = refusal("milestone");
        assertThat(refused.detail()).isEqualTo("status is PENDING on chain, but APPROVED here");
        assertNothingWasPaid(nonce);
        assertThat(Portal.page("/treasury")).contains("status is PENDING on chain");
        assertThat(Portal.page("/treasury/mandates/" + mandate)).contains("status is PENDING on chain");
    }

    @Test
    void approvalWithAnEarlierEndWaitsUntilTheWindowHasReallyPassed() {
        OnChain.submit(agreement, 0);
        long ends = OnChain.approve(agreement, 0);
        awaitFollowed(OnChain.block());
        String nonce = OnChain.relayNonce();

        TestBroker.tell(approval(agreement, 0, 1));

        Portal.until(Portal.payout(agreement, 0), payout -> Long.valueOf(ends).equals(dueAt(payout)));
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("APPROVED");
        assertThat(OnChain.now()).isLessThan(ends);
        assertNothingWasPaid(nonce);
        OnChain.pass(ends - OnChain.now());
        Portal.untilPayout(agreement, 0, "PAID");
        assertNothingWasRefused();
    }

    @Test
    void recordWithAnotherPayeeThanTheChainsIsRefused() {
        String nonce = approveWithoutNews();
        change("update payout set payee = '" + someAddress() + "' where agreement_id = " + agreement);

        TestBroker.tell(approval(agreement, 0, 1));

        assertThat(refusal("agreement").detail()).startsWith("payee is " + payee + " on chain");
        assertNothingWasPaid(nonce);
    }

    @Test
    void recordWithAnotherAmountThanTheChainsIsRefused() {
        String nonce = approveWithoutNews();
        change("update payout set amount = amount + 1 where agreement_id = " + agreement);

        TestBroker.tell(approval(agreement, 0, 1));

        assertThat(refusal("milestone").detail()).startsWith("amount is 60000000 on chain");
        assertNothingWasPaid(nonce);
    }

    @Test
    void recordOfAnAgreementThatTheChainDoesNotHaveIsRefused() {
        BigInteger invented = agreement.add(BigInteger.TEN.pow(9));
        String nonce = OnChain.relayNonce();
        change("insert into agreement select " + invented
                + ", mandate_id, 3, contractor, payee, token, price, started_at,"
                + " transaction_hash from agreement where agreement_id = " + agreement);
        change("insert into payout (agreement_id, milestone, mandate_id, payee, token, amount, status, version) select "
                + invented + ", 0, mandate_id, payee, token, amount, 'PENDING', 0 from payout where agreement_id = "
                + agreement + " and milestone = 0");

        TestBroker.tell(approval(invented, 0, 1));

        assertThat(refusal("agreement").detail()).contains("unknown agreement");
        assertNothingWasPaid(nonce);
    }

    @Test
    void approvalOfAMilestoneThatTheAgreementDoesNotHaveHoldsUpNoOther() {
        OnChain.submit(agreement, 1);
        long ends = OnChain.approve(agreement, 1);

        TestBroker.tell(approval(agreement, 7, 1), approval(agreement, 1, ends));
        OnChain.pass(60);

        Portal.untilPayout(agreement, 1, "PAID");
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("PENDING");
    }

    @Test
    void laterNewsReplacesNewsOfAnEndThatNeverComes() {
        OnChain.submit(agreement, 0);
        long ends = OnChain.approve(agreement, 0);

        TestBroker.tell(approval(agreement, 0, 1L << 40), approval(agreement, 0, ends));
        OnChain.pass(60);

        Portal.untilPayout(agreement, 0, "PAID");
    }

    @Test
    void ledgerThatDiffersFromTheChainStopsPayoutsUntilItIsPutRight() {
        String nonce = approveWithoutNews();
        enter("treasury", "outside/" + payee);
        Portal.until("/api/treasury/reconciliation", last -> !last.getBoolean("clean"));

        TestBroker.tell(approval(agreement, 0, 1));

        assertThat(refusal("reconciliation").detail()).isEqualTo("the ledger differs from the chain");
        assertNothingWasPaid(nonce);
        assertThat(Portal.page("/treasury")).contains("Payouts have stopped", "treasury balance");

        enter("outside/" + payee, "treasury");
        Portal.until("/api/treasury/reconciliation", last -> last.getBoolean("clean"));
        OnChain.pass(NEXT_CHECK);
        Portal.untilPayout(agreement, 0, "PAID");
    }

    @Test
    void nodeThatDoesNotAnswerIsNoReasonToRefuse() {
        String nonce = approveWithoutNews();

        NodeFaults.withoutAnswerTo(releaseData(0), () -> {
            TestBroker.tell(approval(agreement, 0, 1));
            Portal.untilPayout(agreement, 0, "APPROVED");
            awaitFollowed(OnChain.block() + 3);
            assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status"))
                    .isEqualTo("APPROVED");
            assertNothingWasPaid(nonce);
        });

        Portal.untilPayout(agreement, 0, "PAID");
        assertNothingWasRefused();
    }

    @Test
    void payoutThatTheNodeHasSomethingAgainstHoldsUpNoOther() {
        approveBothWithoutNews();

        NodeFaults.withRefusalOf(releaseData(0), () -> {
            TestBroker.tell(approval(agreement, 0, 1), approval(agreement, 1, 2));
            Portal.untilPayout(agreement, 1, "PAID");
            assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status"))
                    .isEqualTo("APPROVED");
        });

        Portal.untilPayout(agreement, 0, "PAID");
        assertNothingWasRefused();
    }

    @Test
    void payoutThatSomebodyElseReleasedMeanwhileIsPaidOnce() {
        approveWithoutNews();

        NodeFaults.withoutAnswerTo("eth_sendRawTransaction", () -> {
            TestBroker.tell(approval(agreement, 0, 1));
            Portal.untilPayout(agreement, 0, "REQUESTED");
            OnChain.send(payee, ContractName.MILESTONE_ESCROW, release(0));
            Portal.untilPayout(agreement, 0, "PAID");
        });

        awaitNothingUnderWay();
        assertThat(submission(0).status()).isEqualTo(SubmissionStatus.REFUSED);
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("PAID");
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(60));
    }

    @Test
    void releasesThatWaitAtTheSameTimeAreOneTransactionAndSettledEachOnItsOwn() {
        approveBothWithoutNews();

        NodeFaults.withoutAnswerTo("eth_estimateGas", this::requestBoth);
        Portal.untilPayout(agreement, 0, "PAID");
        Portal.untilPayout(agreement, 1, "PAID");

        awaitNothingUnderWay();
        assertThat(submission(0).status()).isEqualTo(SubmissionStatus.FINAL);
        assertThat(submission(1).status()).isEqualTo(SubmissionStatus.FINAL);
        assertThat(submission(0).transactionHash()).isEqualTo(submission(1).transactionHash());
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("transactionHash"))
                .isEqualTo(submission(0).transactionHash());
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(100));
        assertNothingWasRefused();
    }

    @Test
    void releaseThatSomebodyElseMadeMeanwhileIsRefusedWithoutThoseSentWithIt() {
        approveBothWithoutNews();

        NodeFaults.withoutAnswerTo("eth_estimateGas", this::requestBoth, "eth_sendRawTransaction", () -> {
            patiently("one transaction for both")
                    .until(() -> count("select count(*) from chain_attempt a join chain_submission s"
                                    + " on s.batch_id = a.submission_id where s.settled_at is null")
                            == 2);
            OnChain.send(payee, ContractName.MILESTONE_ESCROW, release(0));
        });
        Portal.untilPayout(agreement, 0, "PAID");
        Portal.untilPayout(agreement, 1, "PAID");

        awaitNothingUnderWay();
        assertThat(submission(0).status()).isEqualTo(SubmissionStatus.REFUSED);
        assertThat(submission(1).status()).isEqualTo(SubmissionStatus.FINAL);
        assertThat(OnChain.balance(payee)).isEqualTo(dollars(100));
        assertNothingWasRefused();
    }

    @Test
    void releaseThatAStopComesBeforeWaitsForItsEnd() {
        approveWithoutNews();
        NodeFaults.withoutAnswerTo("eth_estimateGas", () -> {
            TestBroker.tell(approval(agreement, 0, 1));
            Portal.untilPayout(agreement, 0, "REQUESTED");
            OnChain.stopPayments(STOP);
        });
        Portal.untilPayout(agreement, 0, "APPROVED");

        OnChain.pass(STOP);
        Portal.untilPayout(agreement, 0, "PAID");
        awaitNothingUnderWay();
        assertThat(submission(0).status()).isEqualTo(SubmissionStatus.FINAL);
        assertNothingWasRefused();
    }

    @Test
    void refundOfAMilestoneThatMayStillBeSubmittedWaits() {
        String nonce = OnChain.relayNonce();
        long from = OnChain.milestone(agreement, 0).dueAt() + 1;

        change("update payout set refundable_from = 0 where milestone = 0 and agreement_id = " + agreement);

        Portal.until(Portal.payout(agreement, 0), payout -> payout.getLong("refundableFrom") == from);
        assertThat(Portal.get(Portal.payout(agreement, 0)).getString("status")).isEqualTo("PENDING");
        assertNothingWasPaid(nonce);
        assertNothingWasRefused();
    }

    @Test
    void refundOfAMilestoneThatWaitsForTheStewardsIsRefused() {
        OnChain.submit(agreement, 0);
        awaitFollowed(OnChain.block());
        String nonce = OnChain.relayNonce();

        change("update payout set refundable_from = 0 where milestone = 0 and agreement_id = " + agreement);

        assertThat(refusal("milestone").detail()).startsWith("status is SUBMITTED on chain");
        assertNothingWasPaid(nonce);
    }

    @Test
    void refundThatTheContractRefusesIsTriedAgain() {
        String escrow = OnChain.address(ContractName.MILESTONE_ESCROW);
        BigInteger held = OnChain.balance(escrow);
        try {
            NodeFaults.withoutAnswerTo("eth_estimateGas", () -> {
                OnChain.submit(agreement, 0);
                OnChain.pass(OnChain.reject(agreement, 0) - OnChain.now());
                Portal.untilPayout(agreement, 0, "REQUESTED");
                OnChain.setBalance(escrow, BigInteger.ZERO);
            });
            assertThat(refusal("refund").detail()).containsIgnoringCase("insufficient balance");
        } finally {
            OnChain.setBalance(escrow, held);
        }

        OnChain.pass(NEXT_CHECK);
        Portal.untilPayout(agreement, 0, "REFUNDED");
    }

    @Test
    void awardWaitsWhileTheLedgerDiffersFromTheChain() {
        Competition competition = Competition.decided(50, bid(1, someAddress(), 50));
        TestBroker.tell(competition.bidsRevealed());
        TestBroker.tell(competition.electionDecided());
        String awards = "/api/mandates/" + competition.mandateId() + "/awards";
        Portal.until(awards, list -> list.getList("status").equals(List.of("STANDSTILL")));
        enter("treasury", "outside/" + payee);
        try {
            Portal.until("/api/treasury/reconciliation", last -> !last.getBoolean("clean"));

            competition.passStandstill();
            awaitFollowed(OnChain.block() + 3);

            assertThat(Portal.get(awards).getList("status")).containsExactly("STANDSTILL");
            assertThat(competition.agreement(0)).isZero();
        } finally {
            enter("outside/" + payee, "treasury");
        }
        Portal.agreements(competition.mandateId(), 1);
    }

    private String approveWithoutNews() {
        OnChain.submit(agreement, 0);
        OnChain.approve(agreement, 0);
        passWindow();
        return OnChain.relayNonce();
    }

    private void approveBothWithoutNews() {
        OnChain.submit(agreement, 0);
        OnChain.submit(agreement, 1);
        OnChain.approve(agreement, 0);
        OnChain.approve(agreement, 1);
        passWindow();
    }

    private void requestBoth() {
        TestBroker.tell(approval(agreement, 0, 1), approval(agreement, 1, 2));
        Portal.untilPayout(agreement, 0, "REQUESTED");
        Portal.untilPayout(agreement, 1, "REQUESTED");
    }

    /** The challenge window passes, and the service has followed so far. */
    private void passWindow() {
        OnChain.pass(60);
        awaitFollowed(OnChain.block());
    }

    private PayoutRefused refusal(String check) {
        return TestBroker.untilPublished(
                PayoutRefused.class,
                mandate.toString(),
                refused -> refused.check().equals(check));
    }

    private void assertNothingWasRefused() {
        assertThat(TestBroker.published(PayoutRefused.class, mandate.toString()))
                .isEmpty();
    }

    private static @Nullable Long dueAt(JsonPath payout) {
        return payout.get("dueAt") == null ? null : payout.getLong("dueAt");
    }

    private void assertNothingWasPaid(String nonce) {
        assertThat(OnChain.relayNonce()).isEqualTo(nonce);
        assertThat(OnChain.balance(payee)).isZero();
    }

    private FunctionCall<?> release(int milestone) {
        return MilestoneEscrow.release(agreement, BigInteger.valueOf(milestone));
    }

    private String releaseData(int milestone) {
        return release(milestone).data().substring(2);
    }

    private SubmissionView submission(int milestone) {
        return relay.findByKey("agreement:" + agreement + ":milestone:" + milestone + ":release")
                .orElseThrow();
    }

    private void awaitNothingUnderWay() {
        patiently("nothing under way")
                .until(() -> count("select count(*) from chain_submission where settled_at is null") == 0);
    }

    private void awaitFollowed(long block) {
        patiently("block " + block).until(() -> count("select block_number from chain_cursor") >= block);
    }

    private static ConditionFactory patiently(String what) {
        return await(what)
                .atMost(Duration.ofSeconds(30))
                .conditionEvaluationListener(condition -> TestChain.shared().mine(1));
    }

    /** An entry that no log of the chain stands behind. */
    private void enter(String from, String to) {
        String token = OnChain.address(ContractName.PAYMENT_TOKEN);
        change("with entry as (insert into ledger_entry (transaction_hash, log_index, block_number, at, description)"
                + " values ('" + Keccak.hash(UUID.randomUUID().toString()) + "', 0, " + OnChain.block() + ", "
                + OnChain.now() + ", 'by hand') returning id)"
                + " insert into ledger_posting (entry_id, account, token, amount)"
                + " select id, '" + to + "', '" + token + "', 7 from entry"
                + " union all select id, '" + from + "', '" + token + "', -7 from entry");
    }

    private void change(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
