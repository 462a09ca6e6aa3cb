package org.shishi.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rows of a CSV file with a heading row.
 *
 * @param brokenAt the line from which on it cannot be read as CSV
 */
record CsvRows(List<String> columns, List<Row> rows, OptionalInt brokenAt) {

    /** One row; a column the row is too short for is empty. */
    record Row(int line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** UTF-8, or GB18030 as Excel writes it where Chinese is the system's language. */
    static CsvRows of(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    static CsvRows of(String text) {
        List<CsvRecord> records = new ArrayList<>();
        OptionalInt brokenAt = OptionalInt.empty();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            brokenAt = OptionalInt.of(records.isEmpty() ? 1 : line(records.getLast()) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(records, brokenAt);
    }

    private static CsvRows of(List<CsvRecord> records, OptionalInt brokenAt) {
        if (records.isEmpty()) {
            return new CsvRows(List.of(), List.of(), brokenAt);
        }
        List<String> columns =
                records.getFirst().getFields().stream().map(String::strip).toList();
        List<Row> rows = records.stream()
                .skip(1)
                .map(row -> new Row(line(row), cells(columns, row.getFields())))
                .toList();
        return new CsvRows(columns, rows, brokenAt);
    }

    private static int line(CsvRecord row) {
        return Math.toIntExact(row.getStartingLineNumber());
    }

    private static Map<String, String> cells(List<String> columns, List<String> fields) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
            cells.put(columns.get(i), fields.get(i).strip());
        }
        return cells;
    }

    /** The first of these columns that the file has. */
    Optional<String> findColumn(String... names) {
        return List.of(names).stream().filter(columns::contains).findFirst();
    }
}
