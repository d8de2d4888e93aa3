package network.spheron.dao.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Fingerprints of the tables that a request may write, to see that a refused one wrote nothing. */
@ApplicationScoped
class Tables {
    private static final List<String> WRITTEN_BY_REQUESTS = List.of(
            "sip",
            "sip_revision",
            "comment",
            "relayed_vote",
            "relayed_ballot",
            "vote",
            "ballot",
            "linked_wallet",
            "outbox_version");

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** A hash over all rows by table. */
    Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : WRITTEN_BY_REQUESTS) {
                String hash = "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ";
                prints.put(table, single(statement, hash + table + " t"));
            }
            // Submissions move on by themselves; no request may add one.
            prints.put("chain_submission", single(statement, "select count(*) from chain_submission"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return prints;
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
