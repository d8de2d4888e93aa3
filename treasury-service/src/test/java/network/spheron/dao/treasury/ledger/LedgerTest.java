package network.spheron.dao.treasury.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.treasury.TreasuryPlatform;
import org.junit.jupiter.api.Test;

/** What one transaction records is entered together, in order, or not at all. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class LedgerTest {
    private static final int MANY = 12_345;

    @Inject
    Ledger ledger;

    private final String token = "token " + UUID.randomUUID();
    private final Account from = new Account("from " + UUID.randomUUID());
    private final Account to = new Account("to " + UUID.randomUUID());

    @Test
    void manyFactsOfOneTransactionAreEnteredInTheirOrder() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 1; i <= MANY; i++) record(fact(i), i);
        });

        assertThat(balance(to)).isEqualTo(MANY * (MANY + 1L) / 2);
        assertThat(balance(from)).isEqualTo(-MANY * (MANY + 1L) / 2);
        List<EntryView> newest = ledger.entryViews(Optional.of(to.name()), 1, 2);
        assertThat(newest).extracting(EntryView::description).containsExactly("" + (MANY - 2), "" + (MANY - 3));
        assertThat(newest.get(0).debit())
                .isEqualTo(new EntryView.PostingView(to.name(), token, BigInteger.valueOf(MANY - 2)));
        assertThat(newest.get(0).credit())
                .isEqualTo(new EntryView.PostingView(from.name(), token, BigInteger.valueOf(2 - MANY)));
    }

    @Test
    void transactionReadsWhatItHasRecorded() {
        long seen = QuarkusTransaction.requiringNew().call(() -> {
            record(fact(1), 7);
            long balance = balance(to);
            record(fact(2), 7);
            return balance;
        });

        assertThat(seen).isEqualTo(7);
        assertThat(balance(to)).isEqualTo(14);
    }

    @Test
    void nothingStaysOfATransactionThatIsRolledBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    record(fact(1), 7);
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        assertThat(balance(to)).isZero();
    }

    @Test
    void logIsNotRecordedTwice() {
        ChainLog log = fact(1);
        QuarkusTransaction.requiringNew().run(() -> record(log, 7));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> record(log, 7)))
                .hasStackTraceContaining("ledger_entry_transaction_hash_log_index_key");

        assertThat(balance(to)).isEqualTo(7);
    }

    private void record(ChainLog log, long amount) {
        ledger.record(log, String.valueOf(amount), BigInteger.valueOf(amount), token, from, to);
    }

    private long balance(Account account) {
        return ledger.balance(account, token).longValueExact();
    }

    /** Of an old block, so that nothing is compared because of it. */
    private static ChainLog fact(int index) {
        BlockRef block = new BlockRef(0, "0x", 0);
        return new ChainLog(
                ContractName.TREASURY, List.of(), "0x", block, UUID.randomUUID().toString(), index);
    }
}
