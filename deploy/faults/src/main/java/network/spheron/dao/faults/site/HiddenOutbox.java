package network.spheron.dao.faults.site;

/** Keeps a service's relay from seeing what is in its outbox, by row security; the service can still add to it. */
public final class HiddenOutbox implements AutoCloseable {
    private final Database database;

    public HiddenOutbox(Database database) {
        this.database = database;
        database.change("create policy fault_hidden on outbox for insert with check (true)");
        database.change("alter table outbox enable row level security, force row level security");
    }

    /** How many events wait behind the service's back. */
    public long size() {
        return database.number("select count(*) from outbox");
    }

    @Override
    public void close() {
        database.change("alter table outbox no force row level security, disable row level security");
        database.change("drop policy if exists fault_hidden on outbox");
    }
}
