package network.spheron.dao.rebuild;

import java.util.List;

/** The tables that messaging, chain and identity keep in every service's database. */
final class SharedTables {
    private static final String SENDING = "what this service sends; a rebuild sends nothing";
    private static final String OPERATORS = "what an operator has to decide, or has decided";

    /** What was dropped counts as handled, but had no effect. */
    static final String HANDLED = "(select * from inbox i where not exists (select from dropped_event d"
            + " where position(i.event_id::text in lower(d.headers)) > 0))";

    private SharedTables() {}

    static List<Table> all() {
        return List.of(
                Table.position("chain_cursor", "only_row"),
                Table.position("inbox", "event_id")
                        .of(HANDLED)
                        .without("the time at which this copy handled the event", "handled_at"),
                Table.own("chain_block", "hashes of recent blocks, of those at which a page happened to end"),
                Table.own(
                        "chain_origin", "the block that following began with, by which a chain begun anew is noticed"),
                Table.own("chain_latecomer", "how far listeners that were added later have come"),
                Table.own("chain_submission", SENDING),
                Table.own("chain_attempt", SENDING),
                Table.own("outbox", SENDING),
                Table.own("outbox_version", SENDING),
                Table.own("parked_aggregate", OPERATORS),
                Table.own("parked_event", OPERATORS),
                Table.own("dropped_event", OPERATORS),
                Table.own("linked_wallet", "signed by its owner for this service"),
                Table.own("flyway_schema_history", "which migrations this database has seen"));
    }
}
