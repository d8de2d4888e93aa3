package network.spheron.dao.faults.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Stops a service in the middle of a transaction, at a point that a trigger in its database marks, for as long as this is held.
 * The service's own code knows nothing of it.
 */
public final class Hold implements AutoCloseable {
    private static final long KEY = 4_711;
    private static final String WAITING =
            "select pid from pg_locks where locktype = 'advisory' and not granted" + " and objid = " + KEY
                    + " and database = (select oid from pg_database where datname = current_database())";

    private final Database database;
    private final String table;
    private final Connection lock;
    private boolean released;

    private Hold(Database database, String table, String trigger) {
        this.database = database;
        this.table = table;
        this.lock = database.connect();
        execute("select pg_advisory_lock(" + KEY + ")");
        database.change("""
                create or replace function fault_hold() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(%d);
                    return null;
                end $$""".formatted(KEY));
        database.change(trigger);
    }

    /** Stops transactions that have inserted into a table, just before they are committed. */
    public static Hold beforeCommit(Database database, String table) {
        return new Hold(
                database,
                table,
                "create constraint trigger fault_hold after insert on " + table
                        + " deferrable initially deferred for each row execute function fault_hold()");
    }

    /** Stops transactions just before a statement of this kind: insert, update or delete. */
    public static Hold before(Database database, String statement, String table) {
        return new Hold(
                database,
                table,
                "create trigger fault_hold before " + statement + " on " + table
                        + " for each statement execute function fault_hold()");
    }

    /** Whether a transaction stands still now. */
    public boolean hasCaught() {
        return !caught().isEmpty();
    }

    /** Waits until a transaction stands still. */
    public void awaitCaught(Duration patience) {
        Patience.until("a transaction to be stopped at " + table, patience, this::hasCaught);
    }

    /** Lets the transaction that stands still never be committed: the service that began it is gone. */
    public void rollBack() {
        caught().forEach(pid -> database.number("select pg_terminate_backend(?)::int", pid));
    }

    /** Lets everything go on. */
    public void release() {
        if (!released) {
            released = true;
            execute("select pg_advisory_unlock(" + KEY + ")");
        }
    }

    @Override
    public void close() {
        release();
        database.change("drop trigger if exists fault_hold on " + table);
        try {
            lock.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> caught() {
        return database.rows(row -> row.getInt(1), WAITING);
    }

    private void execute(String sql) {
        try (Statement statement = lock.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
