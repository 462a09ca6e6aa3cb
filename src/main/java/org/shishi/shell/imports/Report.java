package org.shishi.shell.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows that did not go in, each with row, column and reason before its own cells: put right, the report is imported as
 * the file was. It begins with the mark that has Excel read it as UTF-8; only its owner may read it, and it is made only
 * when there is something to report.
 */
final class Report implements AutoCloseable {
    private static final int SAID_AT_ONCE = 10;
    private static final Pattern FORMULA = Pattern.compile("[=@\\t\\r].*|[+-](?![\\d .()-]*$).*", Pattern.DOTALL);
    private final Path file;
    private final List<String> headings;
    private final List<String> own;
    private final List<BadRow> first = new ArrayList<>();
    private Optional<CsvWriter> csv = Optional.empty();

    /** @param own what row, column and reason are called */
    Report(Path file, List<String> own, List<String> headings) {
        this.file = file;
        this.own = own;
        this.headings =
                headings.stream().filter(heading -> !own.contains(heading)).toList();
    }

    void add(BadRow bad) {
        if (first.size() < SAID_AT_ONCE) {
            first.add(bad);
        }
        List<String> cells = new ArrayList<>(List.of(Long.toString(bad.row()), bad.column(), bad.reason()));
        headings.forEach(heading -> cells.add(harmless(bad.cells().getOrDefault(heading, ""))));
        writer().writeRecord(cells);
    }

    private CsvWriter writer() {
        if (csv.isEmpty()) {
            CsvWriter begun = begin();
            List<String> all = new ArrayList<>(own);
            all.addAll(headings);
            begun.writeRecord(all);
            csv = Optional.of(begun);
        }
        return csv.get();
    }

    private CsvWriter begin() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return CsvWriter.builder()
                    .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8).append('\uFEFF'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a sheet would take for a formula is only shown by it. */
    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The first few, to be said at once. */
    List<BadRow> first() {
        return first;
    }

    @Override
    public void close() throws IOException {
        if (csv.isPresent()) {
            csv.get().close();
        }
    }
}
