package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import network.spheron.dao.treasury.ledger.EntryView.PostingView;
import org.jspecify.annotations.Nullable;

/** The ledger in the database; every method runs in the caller's transaction. */
class LedgerTable {
    // One statement for any number of entries: the database numbers them in this order, and checks its rules once.
    private static final String ENTER = """
            with fact as materialized (
                select nextval('ledger_entry_id_seq') as id, given.*
                from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::numeric[],
                    ?::text[], ?::text[])
                as given (transaction_hash, log_index, block_number, at, description, token, amount, debit, credit)),
            entered as (
                insert into ledger_entry (id, transaction_hash, log_index, block_number, at, description)
                select id, transaction_hash, log_index, block_number, at, description from fact)
            insert into ledger_posting (entry_id, account, token, amount)
            select fact.id, side.account, fact.token, side.amount
            from fact, lateral (values (debit, amount), (credit, -amount)) as side (account, amount)""";

    private static final String ENTRIES = """
            select e.id, e.at, e.block_number, e.transaction_hash, e.description, p.account, p.token, p.amount
            from (select * from ledger_entry where ?::text is null
                    or id in (select entry_id from ledger_posting where account = ?)
                order by id desc limit ? offset ?) e
            join ledger_posting p on p.entry_id = e.id
            order by e.id desc, p.id""";

    private final DataSource database;

    LedgerTable(DataSource database) {
        this.database = database;
    }

    /** Enters movements in their order: each debits the account that gains and credits the one that gives. */
    void enter(List<Movement> movements) {
        List<Object[]> columns = List.of(
                column(movements, movement -> movement.log().transactionHash()),
                column(movements, movement -> movement.log().logIndex()),
                column(movements, movement -> movement.log().block().number()),
                column(movements, movement -> movement.log().block().timestamp()),
                column(movements, Movement::description),
                column(movements, Movement::token),
                column(movements, Movement::amount),
                column(movements, movement -> movement.to().name()),
                column(movements, movement -> movement.from().name()));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ENTER)) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, connection.createArrayOf(type(columns.get(i)), columns.get(i)));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be written: " + e.getMessage(), e);
        }
    }

    private static Object[] column(List<Movement> movements, Function<Movement, Object> value) {
        return movements.stream().map(value).toArray();
    }

    private static String type(Object[] column) {
        if (column[0] instanceof String) return "text";
        if (column[0] instanceof BigInteger) return "numeric";
        return column[0] instanceof Integer ? "integer" : "bigint";
    }

    /** Debits less credits of one account. */
    BigInteger balance(String account, String token) {
        return query(
                        "select sum(amount) from ledger_posting where account = ? and token = ?",
                        LedgerTable::sum,
                        account,
                        token)
                .get(0);
    }

    /** Debits less credits of all accounts whose names begin so. */
    BigInteger balanceOfAll(String prefix, String token) {
        return query(
                        "select sum(amount) from ledger_posting where starts_with(account, ?) and token = ?",
                        LedgerTable::sum,
                        prefix,
                        token)
                .get(0);
    }

    /** Number of the block that the last entry is from. */
    Optional<Long> lastBlock() {
        return query("select block_number from ledger_entry order by id desc limit 1", row -> row.getLong(1)).stream()
                .findFirst();
    }

    /** Every account with postings, by name. */
    List<AccountView> accounts() {
        return query(
                "select sum(amount), account, token from ledger_posting group by account, token order by account, token",
                row -> new AccountView(row.getString(2), row.getString(3), sum(row)));
    }

    /** Entries that touch an account, or all, newest first. */
    List<EntryView> entries(Optional<String> account, int page, int size) {
        Map<Long, EntryView> entries = new LinkedHashMap<>();
        String name = account.orElse(null);
        for (EntryView side : query(ENTRIES, LedgerTable::side, name, name, size, (long) page * size)) {
            entries.merge(side.id(), side, EntryView::with);
        }
        return List.copyOf(entries.values());
    }

    private static BigInteger sum(ResultSet row) throws SQLException {
        return row.getObject(1) == null ? BigInteger.ZERO : row.getBigDecimal(1).toBigIntegerExact();
    }

    private static EntryView side(ResultSet row) throws SQLException {
        PostingView posting = new PostingView(
                row.getString(6), row.getString(7), row.getBigDecimal(8).toBigIntegerExact());
        return new EntryView(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), List.of(posting));
    }

    private interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }
}
