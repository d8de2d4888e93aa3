package network.spheron.dao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.faults.check.Checker;
import network.spheron.dao.faults.check.Finding;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.HiddenOutbox;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.faults.site.Undertaking;
import network.spheron.dao.faults.site.Yard;
import network.spheron.dao.journey.Delivery;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.gate.Gates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** On a platform with a paid milestone: all rules hold, until something wrong is planted, and then its rule says so. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static Platform platform;

    @SuppressWarnings("NullAway.Init")
    private static Site site;

    @SuppressWarnings("NullAway.Init")
    private static Yard yard;

    @SuppressWarnings("NullAway.Init")
    private static Checker checker;

    @SuppressWarnings("NullAway.Init")
    private static Delivery.Work paid;

    @BeforeAll
    static void payAMilestone() {
        Gates gates = new Gates();
        platform = Stack.start(
                DataDirectory.fresh(Path.of("target/checker")),
                StackOptions.standard().withPort(0).withoutLogs().withGates(gates));
        site = new Site(platform, gates, System.out);
        yard = new Yard(site);
        checker = Checker.of(site);
        yard.prepare(1);
        Undertaking payment = yard.next(Step.PAY, new Random(1));
        payment.begin();
        Patience.until("the milestone to be paid", PATIENCE, payment::goOn);
        paid = ((OfMilestone) payment).work();
    }

    @AfterAll
    static void stop() {
        site.close();
        platform.close();
    }

    @Test
    @Order(1)
    void platformAtRestHasNothingToFind() {
        Patience.isSoon(PATIENCE, () -> checker.findings().isEmpty());
        assertThat(checker.findings()).isEmpty();
        checker.remember();
    }

    @Test
    @Order(2)
    void eventThatNeverReachedTheBrokerIsLostAndItsMilestoneNotPaid() {
        Undertaking approval = yard.next(Step.APPROVE, new Random(2));
        Database marketplace = site.database("marketplace");
        try (HiddenOutbox outbox = new HiddenOutbox(marketplace)) {
            approval.begin();
            Patience.until("the event of the approval", PATIENCE, () -> outbox.size() > 0);
            marketplace.change("delete from outbox");
        }
        Delivery.Work work = ((OfMilestone) approval).work();
        site.stage().passTo(site.delivery().challengeEnds(work) + 1);
        awaitFound("events applied once", "left the outbox and never reached the broker");
        awaitFound("approved is paid", "milestone " + work.agreementId() + "/" + work.index());
    }

    @Test
    @Order(3)
    void eventThatWasNotAppliedIsLost() {
        site.database("treasury")
                .change("delete from inbox where event_id ="
                        + " (select event_id from inbox where type = 'MilestoneApproved' limit 1)");
        awaitFound("events applied once", "treasury never applied MilestoneApproved");
    }

    @Test
    @Order(4)
    void acceptedSignatureThatIsGoneIsABrokenPromise() {
        site.database("marketplace")
                .change(
                        "delete from steward_signature where subject = ?::numeric and part = ? and steward = ?",
                        paid.agreementId(),
                        paid.index(),
                        DemoKeys.address("steward1"));
        awaitFound("promises kept", "of 2 stewards' signatures about milestone " + paid.agreementId());
    }

    @Test
    @Order(5)
    void endThatWasLeftIsMissed() {
        site.database("treasury")
                .change(
                        "update payout set status = 'REQUESTED' where agreement_id = ?::numeric and milestone = ?",
                        paid.agreementId(),
                        paid.index());
        awaitFound("ends are kept", "payout " + paid.agreementId() + "/" + paid.index());
        awaitFound("nothing waits", "REQUESTED and overdue");
    }

    @Test
    @Order(6)
    void wrongLedgerEntryDiffersFromTheChain() {
        site.database("treasury").change("""
                with entry as (
                    insert into ledger_entry (transaction_hash, log_index, block_number, at, description)
                    values ('0xplanted', 0, 1, 1, 'Planted') returning id)
                insert into ledger_posting (entry_id, account, token, amount)
                select id, 'treasury', ?, 1 from entry union all select id, 'outside/nobody', ?, -1 from entry
                """, token(), token());
        awaitFound("ledger is the chain", "account treasury");
    }

    @Test
    @Order(7)
    void approvalByOneStewardUnderTwoNamesIsForged() {
        String council = site.chain().address(ContractName.STEWARD_COUNCIL);
        Delivery.Work work = ((OfMilestone) yard.next(Step.APPROVE, new Random(3))).work();
        JsonNode code = site.chain().node().call("eth_getCode", council, "latest");
        // A council that takes everything.
        site.chain().node().call("anvil_setCode", council, "0x00");
        StewardCouncil.Approval same =
                new StewardCouncil.Approval(DemoKeys.address("steward1"), Long.MAX_VALUE, "0x" + "11".repeat(65));
        send(
                DemoKeys.address(DemoKeys.DEPLOYER),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.approve(
                                new BigInteger(work.agreementId()),
                                BigInteger.valueOf(work.index()),
                                BigInteger.ONE,
                                List.of(same, same))
                        .data());
        site.chain().node().call("anvil_setCode", council, code.asText());
        awaitFound(
                "approved by distinct stewards",
                "milestone " + work.agreementId() + "/" + work.index() + " was approved by 0 distinct stewards");
    }

    @Test
    @Order(8)
    void secondPaymentIsSeenThoughTheContractKnowsNothingOfIt() {
        MilestoneEscrow.AgreementResult agreement = site.chain()
                .call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(new BigInteger(paid.agreementId())));
        String escrow = site.chain().address(ContractName.MILESTONE_ESCROW);
        site.chain().node().call("anvil_setBalance", escrow, "0xde0b6b3a7640000");
        send(
                escrow,
                ContractName.PAYMENT_TOKEN,
                LocalToken.transfer(agreement.payee(), agreement.paid()).data());
        assertThat(checker.findings())
                .filteredOn(finding -> finding.rule().equals("released once"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.DOUBLED);
                    assertThat(finding.words()).containsIgnoringCase(agreement.payee());
                });
    }

    private static String token() {
        return site.chain().address(ContractName.PAYMENT_TOKEN);
    }

    /** Sends a transaction as somebody whose key nobody needs here. */
    private static void send(String from, ContractName to, String data) {
        site.chain().node().call("anvil_impersonateAccount", from);
        String hash = site.chain()
                .node()
                .call(
                        "eth_sendTransaction",
                        Map.of("from", from, "to", site.chain().address(to), "data", data, "gas", "0x1e8480"))
                .asText();
        Patience.until(
                "transaction " + hash,
                PATIENCE,
                () -> site.chain()
                        .receipt(hash)
                        .filter(receipt -> receipt.get("status").asText().equals("0x1"))
                        .isPresent());
    }

    private static void awaitFound(String rule, String words) {
        Patience.isSoon(
                PATIENCE,
                () -> found(rule).stream().anyMatch(finding -> finding.words().contains(words)));
        assertThat(found(rule))
                .extracting(Finding::words)
                .anySatisfy(found -> assertThat(found).contains(words));
    }

    private static List<Finding> found(String rule) {
        return checker.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
