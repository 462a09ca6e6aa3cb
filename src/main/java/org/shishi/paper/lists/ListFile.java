package org.shishi.paper.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list as others write it: a CSV in UTF-8, GB18030 or UTF-16, or an Excel workbook of the new kind or the old. What it is
 * is seen from its first bytes, not from its name. CSV and .xlsx are read as a stream, so that their size does not matter.
 */
public final class ListFile implements AutoCloseable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private final List<String> headings;
    private final Stream<ListRow> rows;
    private final AutoCloseable source;

    private ListFile(List<String> headings, Stream<ListRow> rows, AutoCloseable source) {
        this.headings = headings;
        this.rows = rows;
        this.source = source;
    }

    /**
     * A row as it stands, before it is known which one holds the headings.
     *
     * @param ragged whether rows end where their last cell is filled, so that their width means nothing
     */
    record Raw(long number, List<String> cells, boolean ragged) {}

    /**
     * Opens it and reads its headings.
     *
     * @throws IOException when the file cannot be read
     * @throws NoList when it is no list; reading the rows may throw it too
     */
    public static ListFile open(Path file, Written written) throws IOException {
        byte[] first = firstBytes(file);
        if (Arrays.equals(first, ZIP)) {
            return ExcelList.open(file, written);
        }
        return Arrays.equals(first, OLD_OFFICE) ? OldExcelList.open(file, written) : CsvList.open(file, written);
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }

    /** A list of raw rows, the headings still among them. */
    static ListFile of(Iterator<Raw> raw, Written written, AutoCloseable source) {
        List<String> headings = headings(raw, written.headings());
        if (headings.stream().allMatch(String::isEmpty)) {
            throw new NoList(NoList.Reason.EMPTY);
        }
        Stream<ListRow> rows = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(raw, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(row -> ListRow.of(headings, row))
                .filter(row -> !row.isBlank());
        return new ListFile(headings, rows, source);
    }

    /** Line breaks within a heading are only there to make it fit. */
    private static List<String> headings(Iterator<Raw> raw, int atRow) {
        while (raw.hasNext()) {
            Raw row = raw.next();
            if (row.number() >= atRow) {
                return row.cells().stream()
                        .map(cell -> cell.strip().replaceAll("\\s+", " "))
                        .toList();
            }
        }
        return List.of();
    }

    public List<String> headings() {
        return headings;
    }

    /** The rows, once, in order; wholly empty ones are left out. */
    public Stream<ListRow> rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
