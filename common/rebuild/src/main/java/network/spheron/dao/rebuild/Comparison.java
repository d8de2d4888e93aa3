package network.spheron.dao.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Holds a table's rows in two databases against each other, one pair at a time, however many there are. */
final class Comparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS_AT_ONCE = 500;
    private static final int DIFFERENCES_TOLD = 5;

    private final Table table;
    private final List<String> first = new ArrayList<>();
    private long live;
    private long rebuilt;
    private long differing;

    private Comparison(Table table) {
        this.table = table;
    }

    /** Compares one table; both connections are in a transaction. */
    static Finding of(Table table, Connection live, Connection rebuilt) throws SQLException {
        return new Comparison(table).run(live, rebuilt);
    }

    private Finding run(Connection liveDatabase, Connection rebuiltDatabase) throws SQLException {
        try (PreparedStatement left = statement(liveDatabase);
                PreparedStatement right = statement(rebuiltDatabase);
                ResultSet leftRows = left.executeQuery();
                ResultSet rightRows = right.executeQuery()) {
            Row here = next(leftRows);
            Row there = next(rightRows);
            while (here != null || there != null) {
                int order = order(here, there);
                if (order == 0
                        && here != null
                        && there != null
                        && !here.content().equals(there.content())) {
                    differs(here, words(here, there));
                }
                if (order < 0 && here != null) {
                    differs(here, "only live");
                }
                if (order > 0 && there != null) {
                    differs(there, "only rebuilt");
                }
                if (order <= 0) {
                    live++;
                    here = next(leftRows);
                }
                if (order >= 0) {
                    rebuilt++;
                    there = next(rightRows);
                }
            }
        }
        return new Finding(table, live, rebuilt, differing, List.copyOf(first));
    }

    private record Row(String name, String content) {}

    private PreparedStatement statement(Connection database) throws SQLException {
        PreparedStatement statement = database.prepareStatement(table.query());
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private static @Nullable Row next(ResultSet rows) throws SQLException {
        return rows.next() ? new Row(rows.getString(1), rows.getString(2)) : null;
    }

    /** The databases sort by bytes, as this does for the numbers, hashes and addresses that name rows. */
    private static int order(@Nullable Row here, @Nullable Row there) {
        if (here == null) {
            return 1;
        }
        return there == null ? -1 : here.name().compareTo(there.name());
    }

    private void differs(Row row, String how) {
        differing++;
        if (first.size() < DIFFERENCES_TOLD) {
            first.add(name(row) + ": " + how);
        }
    }

    private String name(Row row) {
        StringJoiner name = new StringJoiner(", ");
        Iterator<JsonNode> values = parsed(row.name()).elements();
        for (String column : table.key()) {
            name.add(column + " " + values.next().asText());
        }
        return name.toString();
    }

    private static String words(Row here, Row there) {
        JsonNode other = parsed(there.content());
        StringJoiner words = new StringJoiner("; ");
        for (Map.Entry<String, JsonNode> column : parsed(here.content()).properties()) {
            JsonNode rebuilt = other.path(column.getKey());
            if (!column.getValue().equals(rebuilt)) {
                words.add(column.getKey() + " is " + text(column.getValue()) + " live, " + text(rebuilt) + " rebuilt");
            }
        }
        return words.toString();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "empty" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered with what is no JSON", e);
        }
    }
}
