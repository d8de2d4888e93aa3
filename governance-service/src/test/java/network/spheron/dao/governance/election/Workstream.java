package network.spheron.dao.governance.election;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A real workstream of a past funding round with its bids and their published decisions. */
record Workstream(String id, BigInteger budget, List<Decision> decisions) {
    /** One published decision. */
    record Decision(CountedBid bid, boolean meetsThreshold, String outcome, String reason) {}

    static List<Workstream> read(Path folder, String fund) throws IOException {
        Map<String, List<Decision>> decisions = new LinkedHashMap<>();
        for (Map<String, String> row : rows(folder.resolve(fund + "-bids.csv"))) {
            List<Decision> earlier = decisions.computeIfAbsent(cell(row, "workstream_id"), id -> new ArrayList<>());
            CountedBid bid = new CountedBid(
                    earlier.size(),
                    new BigInteger(cell(row, "requested")),
                    new BigInteger(cell(row, "yes")),
                    new BigInteger(cell(row, "no")));
            earlier.add(new Decision(
                    bid, "YES".equals(cell(row, "meets_threshold")), cell(row, "outcome"), cell(row, "reason")));
        }
        return rows(folder.resolve(fund + "-workstreams.csv")).stream()
                .map(row -> new Workstream(
                        cell(row, "workstream_id"),
                        new BigInteger(cell(row, "budget")),
                        decisions.getOrDefault(cell(row, "workstream_id"), List.of())))
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Cells of a line of CSV (RFC 4180); the data has no line breaks within cells. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
