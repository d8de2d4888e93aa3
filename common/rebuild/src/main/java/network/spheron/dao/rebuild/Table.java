package network.spheron.dao.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table of a service holds, and what of it a rebuilt one has to have as well.
 *
 * @param rows what is compared, as a query's {@code from} item; the table itself unless said otherwise
 * @param key columns that name a row on both sides; empty for a table that is not compared
 * @param leftOut columns that cannot be made again, each with the reason
 * @param comparedAs SQL to compare in place of a column's value, of the row {@code r}; the reason is in {@code leftOut}
 * @param reason why it is not compared, for one that is not
 */
public record Table(
        String name,
        Kind kind,
        String rows,
        List<String> key,
        Map<String, String> leftOut,
        Map<String, String> comparedAs,
        String reason) {
    /** Where a table's rows come from. */
    public enum Kind {
        /** From the chain and the topics alone. */
        READ_MODEL,
        /** How far chain and topics were read; the same on both sides, or nothing else could be. */
        POSITION,
        /** From nowhere else: it is neither made again nor compared. */
        OWN
    }

    public Table {
        key = List.copyOf(key);
        leftOut = Map.copyOf(leftOut);
        comparedAs = Map.copyOf(comparedAs);
    }

    /** A table that the chain and the topics make again, row by row. */
    public static Table readModel(String name, String... key) {
        return new Table(name, Kind.READ_MODEL, name, List.of(key), Map.of(), Map.of(), "");
    }

    /** A table that says how far something was read. */
    public static Table position(String name, String... key) {
        return new Table(name, Kind.POSITION, name, List.of(key), Map.of(), Map.of(), "");
    }

    /** A table whose rows exist nowhere else, or mean nothing elsewhere. */
    public static Table own(String name, String reason) {
        return new Table(name, Kind.OWN, name, List.of(), Map.of(), Map.of(), reason);
    }

    /** The same with other rows to compare: a {@code from} item that gives them the columns of the key. */
    public Table of(String otherRows) {
        return new Table(name, kind, otherRows, key, leftOut, comparedAs, reason);
    }

    /** The same without columns that cannot be made again. */
    public Table without(String why, String... columns) {
        Map<String, String> all = new LinkedHashMap<>(leftOut);
        for (String column : columns) {
            all.put(column, why);
        }
        return new Table(name, kind, rows, key, all, comparedAs, reason);
    }

    /** The same with only a part of a column's meaning compared: SQL over the row {@code r}. */
    public Table only(String why, String column, String sql) {
        Map<String, String> all = new LinkedHashMap<>(comparedAs);
        all.put(column, sql);
        return new Table(name, kind, rows, key, leftOut, all, reason).without(why, column);
    }

    /** Whether its rows are held against those of the other side. */
    public boolean isCompared() {
        return kind != Kind.OWN;
    }

    /** Its rows in the order of their names: the name and everything that is compared, each as JSON text. */
    String query() {
        List<String> names = key.stream().map(column -> "r." + column).toList();
        List<String> parts = new ArrayList<>();
        comparedAs.forEach((column, sql) -> parts.add("'" + column + "', " + sql));
        String gone = String.join(",", leftOut.keySet());
        return "select jsonb_build_array(" + String.join(", ", names) + ")::text collate \"C\","
                + " ((to_jsonb(r) - string_to_array('" + gone + "', ',')) || jsonb_build_object("
                + String.join(", ", parts) + "))::text from " + rows + " r order by 1";
    }
}
