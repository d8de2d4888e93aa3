package network.spheron.dao.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every table of a service's database by its kind. A table or column that nobody has thought about is an error. */
public record Declaration(List<Table> tables) {
    /** The service's own tables and those of the shared modules. */
    public static Declaration of(ReadModel model) {
        return new Declaration(Stream.concat(SharedTables.all().stream(), model.tables().stream())
                .toList());
    }

    /** What the schema has and the declaration does not, and the other way round, in words; empty when they agree. */
    public List<String> problems(Connection database) throws SQLException {
        Map<String, Set<String>> columns = columns(database);
        List<String> problems = new ArrayList<>();
        Set<String> undeclared = new TreeSet<>(columns.keySet());
        for (Table table : tables) {
            if (!undeclared.remove(table.name())) {
                problems.add("table " + table.name() + " is declared, but is not there, or twice");
            } else if (table.rows().equals(table.name())) {
                Set<String> unknown = new TreeSet<>(table.leftOut().keySet());
                unknown.addAll(table.key());
                unknown.removeAll(columns.getOrDefault(table.name(), Set.of()));
                unknown.forEach(column -> problems.add("table " + table.name() + " has no column " + column));
            }
        }
        undeclared.forEach(name -> problems.add("table " + name + " is not declared"));
        return problems;
    }

    private static Map<String, Set<String>> columns(Connection database) throws SQLException {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement select = database.prepareStatement(
                        "select table_name, column_name from information_schema.columns join information_schema.tables"
                                + " using (table_schema, table_name)"
                                + " where table_schema = current_schema() and table_type = 'BASE TABLE'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), any -> new TreeSet<>())
                        .add(row.getString(2));
            }
        }
        return columns;
    }
}
