package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the handlers of these tests have done, in their transactions. */
@ApplicationScoped
class Heard {
    private final DataSource database;

    @Inject
    Heard(DataSource database) {
        this.database = database;
    }

    void note(String aggregateId, String what) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into heard (aggregate_id, what) values (?, ?)")) {
            insert.setString(1, aggregateId);
            insert.setString(2, what);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    List<String> of(String aggregateId) {
        List<String> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select what from heard where aggregate_id = ? order by position")) {
            select.setString(1, aggregateId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return all;
    }
}
