package network.spheron.dao.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * The usual way: a table of balances, and one transaction per transfer that updates two rows, which locks them until it has
 * committed. Several connections share the work. It keeps no history, so it writes less than a ledger.
 */
@ApplicationScoped
class LockedAccounts implements LedgerSide {
    private final DataSource database;
    private final FigureSizes.LedgerSizes sizes;

    LockedAccounts(DataSource database, FigureSizes sizes) {
        this.database = database;
        this.sizes = sizes.ledger();
    }

    /** Every account with a balance of 0. */
    void open() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table peer_account (id integer primary key, balance numeric(78, 0) not null)");
            statement.execute("insert into peer_account select n, 0 from generate_series(0, " + (sizes.accounts() - 1)
                    + ") as n");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void transfer(List<Transfer> transfers) {
        int connections = sizes.peerConnections();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<CompletableFuture<Void>> shares = new ArrayList<>();
            for (int share = 0; share < connections; share++) {
                List<Transfer> own = transfers.subList(
                        transfers.size() * share / connections, transfers.size() * (share + 1) / connections);
                shares.add(CompletableFuture.runAsync(() -> oneByOne(own), threads));
            }
            shares.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private void oneByOne(List<Transfer> transfers) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update peer_account set balance = balance + ? where id = ?")) {
            connection.setAutoCommit(false);
            for (Transfer transfer : transfers) {
                // The lower number first, so that no two wait for each other.
                boolean giverFirst = transfer.from() < transfer.to();
                change(
                        update,
                        giverFirst ? transfer.from() : transfer.to(),
                        giverFirst ? -transfer.amount() : transfer.amount());
                change(
                        update,
                        giverFirst ? transfer.to() : transfer.from(),
                        giverFirst ? transfer.amount() : -transfer.amount());
                connection.commit();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(PreparedStatement update, int account, long amount) throws SQLException {
        update.setLong(1, amount);
        update.setInt(2, account);
        update.executeUpdate();
    }

    @Override
    public long balance(int account) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select balance from peer_account where id = ?")) {
            select.setInt(1, account);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
