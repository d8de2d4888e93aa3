package network.spheron.dao.treasury.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import network.spheron.dao.rebuild.ReadModel;
import network.spheron.dao.rebuild.Table;

/** The treasury keeps facts of the chain and of other services, and beside some of them what its keepers are about to do. */
@ApplicationScoped
public class TreasuryTables implements ReadModel {
    private static final String COUNTED = "counts the writes of this copy, keepers' attempts included";
    private static final String NUMBERED = "numbered in the order of writing, with a gap where a page was read twice";
    private static final String NEXT_ATTEMPT = "when a keeper tries next; after a rebuild the keepers find it again";
    private static final String LAST_ATTEMPT = "why a keeper's last attempt failed; after a rebuild it tries again";
    private static final String UNDER_WAY = "only how it ended is a fact; how far a keeper is with it is not";

    private static final String POSTINGS = "(select e.transaction_hash, e.log_index,"
            + " row_number() over (partition by p.entry_id order by p.id) as side, p.account, p.token, p.amount"
            + " from ledger_posting p join ledger_entry e on e.id = p.entry_id)";

    @Override
    public List<Table> tables() {
        return List.of(
                Table.readModel("budget_line", "line_id"),
                Table.readModel("mandate", "mandate_id")
                        .without(COUNTED, "version")
                        .without(NEXT_ATTEMPT, "close_due_at"),
                Table.readModel("distribution", "distribution_id")
                        .without(COUNTED, "version")
                        .without(NEXT_ATTEMPT, "close_after"),
                Table.readModel("payment_stop", "round"),
                Table.readModel("revealed_bid", "mandate_id", "bid_index"),
                Table.readModel("award", "mandate_id", "bid_index")
                        .without(COUNTED, "version")
                        .without(NEXT_ATTEMPT, "due_at")
                        .without(LAST_ATTEMPT, "refused_check", "refused_detail")
                        .only(UNDER_WAY, "status", "case when r.status in ('FUNDED', 'LAPSED') then r.status end"),
                Table.readModel("agreement", "agreement_id"),
                Table.readModel("payout", "agreement_id", "milestone")
                        .without(COUNTED, "version")
                        .without(NEXT_ATTEMPT, "due_at", "refundable_from")
                        .without(LAST_ATTEMPT, "refused_check", "refused_detail")
                        .only(UNDER_WAY, "status", "case when r.status in ('PAID', 'REFUNDED') then r.status end"),
                Table.readModel("ledger_entry", "transaction_hash", "log_index").without(NUMBERED, "id"),
                Table.readModel("ledger_posting", "transaction_hash", "log_index", "side")
                        .of(POSTINGS),
                Table.own("reconciliation", "comparisons with the chain as they were made, block by block"));
    }
}
