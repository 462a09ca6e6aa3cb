package org.shishi.procedure;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Set;

/** A table file of a pack, as an office edits it in Excel: UTF-8, a heading row, commas. */
record Csv(String file, List<NamedCsvRecord> rows) {

    static Csv of(String file, String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(clean)) {
            return new Csv(file, reader.stream().toList());
        } catch (CsvParseException e) {
            throw new Spot(file, 1).error("not readable as CSV: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> columns() {
        return rows.isEmpty() ? List.of() : rows.getFirst().getHeader();
    }

    Spot spot(NamedCsvRecord row) {
        return new Spot(file, Math.toIntExact(row.getStartingLineNumber()));
    }

    Csv require(Set<String> needed) {
        for (String column : needed) {
            if (!columns().contains(column)) {
                throw new Spot(file, 1).error("column '" + column + "' is missing; found " + columns());
            }
        }
        return this;
    }
}
