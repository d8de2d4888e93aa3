package network.spheron.dao.journey;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file (RFC 4180) with a header, whose every complaint names the file and the line. */
final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Path file;
    private final Map<String, Integer> columns;
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(Path file, CSVParser parser) {
        this.file = file;
        this.columns = parser.getHeaderMap();
        long line = 1;
        for (CSVRecord row : parser) {
            if (!row.isConsistent()) {
                throw InputProblem.at(
                        file, line + 1, "has " + row.size() + " fields, the header has " + columns.size());
            }
            rows.add(new Row(row, line + 1));
            line = parser.getCurrentLineNumber();
        }
    }

    /** Reads the file and checks that it has these columns; others may be there too. */
    static CsvTable read(Path file, List<String> required) {
        if (!Files.isReadable(file)) {
            throw new InputProblem(file + ": no such file, or not readable");
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            CsvTable table = new CsvTable(file, parser);
            for (String column : required) {
                if (!table.columns.containsKey(column)) {
                    throw InputProblem.at(file, 1, "column " + column + " is missing");
                }
            }
            return table;
        } catch (MalformedInputException notText) {
            throw new InputProblem(file + ": is not UTF-8 text");
        } catch (CSVException malformed) {
            throw new InputProblem(file + ": " + malformed.getMessage());
        } catch (IllegalArgumentException badHeader) {
            throw InputProblem.at(file, 1, String.valueOf(badHeader.getMessage()));
        } catch (UncheckedIOException malformed) {
            throw new InputProblem(file + ": is no CSV file: " + malformed.getMessage());
        } catch (IOException unreadable) {
            throw new InputProblem(file + ": " + unreadable.getMessage());
        }
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** One record and the line it begins on. */
    final class Row {
        private final CSVRecord fields;
        private final long line;

        private Row(CSVRecord fields, long line) {
            this.fields = fields;
            this.line = line;
        }

        String text(String column) {
            String value = fields.get(column);
            if (value.isEmpty()) {
                throw problem(column + " is empty");
            }
            return value;
        }

        String textOrEmpty(String column) {
            return fields.isMapped(column) ? fields.get(column) : "";
        }

        /** A whole number, zero or more. */
        BigInteger whole(String column) {
            String value = text(column);
            if (!value.matches("[0-9]{1,60}")) {
                throw problem(column + " must be a whole number, zero or more, not \"" + value + "\"");
            }
            return new BigInteger(value);
        }

        InputProblem problem(String what) {
            return InputProblem.at(file, line, what);
        }
    }
}
