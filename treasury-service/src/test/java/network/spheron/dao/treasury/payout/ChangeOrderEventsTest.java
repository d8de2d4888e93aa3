package network.spheron.dao.treasury.payout;

import static network.spheron.dao.treasury.Competition.bid;
import static network.spheron.dao.treasury.Competition.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.treasury.Competition;
import network.spheron.dao.treasury.Portal;
import network.spheron.dao.treasury.TreasuryPlatform;
import network.spheron.dao.treasury.escrow.Agreements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Change orders as no escrow should emit them: the follower takes what it reads, and goes on. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class ChangeOrderEventsTest {
    @Inject
    EscrowContract escrow;

    @Inject
    ChangedAgreements changes;

    @Inject
    Payouts payouts;

    @Inject
    Agreements agreements;

    @Inject
    ChainClock clock;

    private BigInteger mandate = BigInteger.ZERO;
    private BigInteger agreement = BigInteger.ZERO;
    private int logs;

    /** An agreement over 60 and 40. */
    @BeforeEach
    void fundAnAgreement() {
        Competition competition =
                Competition.decided(100, bid(0, "0x" + Keccak.hash("payee").substring(26), 60, 40));
        competition.passStandstill();
        competition.fundDirectly(0);
        mandate = competition.mandateId();
        agreement = competition.agreement(0);
        Portal.untilPayout(agreement, 1, "PENDING");
    }

    @Test
    @TestTransaction
    void milestoneThatOneOrderAddsAndDropsIsRefunded() {
        escrow.on(refunded(2, dollars(15)));
        changes.on(changed(dollars(15), change(2, dollars(15)), change(2, BigInteger.ZERO)));

        Payout added = payouts.payout(agreement, BigInteger.TWO);
        assertThat(added.status).isEqualTo(PayoutStatus.REFUNDED);
        assertThat(added.amount).isEqualTo(dollars(15));
        assertThat(payouts.of(agreement)).hasSize(3);
        assertThat(price()).isEqualTo(dollars(100));
    }

    @Test
    @TestTransaction
    void milestoneThatOneOrderNamesTwiceIsWhatTheLastEntrySays() {
        changes.on(changed(dollars(30), change(2, dollars(15)), change(3, dollars(10)), change(2, dollars(20))));

        assertThat(payouts.of(agreement).stream().map(payout -> payout.amount))
                .containsExactly(dollars(60), dollars(40), dollars(20), dollars(10));
        assertThat(price()).isEqualTo(dollars(130));
    }

    @Test
    @TestTransaction
    void milestonesInAnyOrderKeepTheirPlaces() {
        changes.on(changed(dollars(25), change(3, dollars(10)), change(2, dollars(15))));

        assertThat(payouts.of(agreement).stream().map(payout -> payout.key.milestone()))
                .containsExactly(0, 1, 2, 3);
        assertThat(payouts.payout(agreement, BigInteger.TWO).amount).isEqualTo(dollars(15));
    }

    @Test
    @TestTransaction
    void agreementOfWhichEverythingIsDroppedCostsNothing() {
        escrow.on(refunded(0, dollars(60)));
        escrow.on(refunded(1, dollars(40)));
        changes.on(changed(BigInteger.ZERO, change(0, BigInteger.ZERO), change(1, BigInteger.ZERO)));

        payouts.flush();
        assertThat(price()).isZero();
    }

    private BigInteger price() {
        return agreements.views(mandate).get(0).price();
    }

    private ChainLog refunded(int milestone, BigInteger amount) {
        return log(
                List.of(MilestoneEscrow.MilestoneRefunded.TOPIC, "0x" + word(agreement), "0x" + word(milestone)),
                word(amount));
    }

    /** The first change order of the agreement. */
    private ChainLog changed(BigInteger added, String... entries) {
        return log(
                List.of(MilestoneEscrow.AgreementChanged.TOPIC, "0x" + word(agreement)),
                word(1) + word(4 * 32) + word(added) + word(0) + word(entries.length) + String.join("", entries));
    }

    /** A milestone that is due a day after the change. */
    private static String change(int milestone, BigInteger amount) {
        return word(milestone)
                + word(amount)
                + word(86_400)
                + Keccak.hash("changed").substring(2);
    }

    private ChainLog log(List<String> topics, String data) {
        BlockRef block = clock.followed();
        String transaction = Keccak.hash("change order of agreement " + agreement);
        return new ChainLog(ContractName.MILESTONE_ESCROW, topics, "0x" + data, block, transaction, logs++);
    }

    private static String word(long value) {
        return word(BigInteger.valueOf(value));
    }

    private static String word(BigInteger value) {
        return String.format("%064x", value);
    }
}
