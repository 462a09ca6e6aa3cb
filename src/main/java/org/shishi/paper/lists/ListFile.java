package org.shishi.paper.lists;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** A list as others write it: CSV in UTF-8 or GB18030, or an Excel workbook. Read as a stream; its size does not matter. */
public final class ListFile implements AutoCloseable {
    private static final DateTimeFormatter EXCEL_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int PROBE = 1 << 16;
    private final List<String> headings;
    private final Stream<ListRow> rows;
    private final AutoCloseable source;

    private ListFile(List<String> headings, Stream<ListRow> rows, AutoCloseable source) {
        this.headings = headings;
        this.rows = rows;
        this.source = source;
    }

    /**
     * @param encoding of a CSV; empty: found out
     * @param sheet of a workbook; empty: the first
     * @throws IOException when the file cannot be read or is no such list
     */
    public static ListFile open(Path file, Optional<String> encoding, Optional<String> sheet) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") ? excel(file, sheet) : csv(file, encoding);
    }

    public List<String> headings() {
        return headings;
    }

    public Stream<ListRow> rows() {
        return rows;
    }

    private static ListFile csv(Path file, Optional<String> encoding) throws IOException {
        Charset charset = encoding.isPresent() ? Charset.forName(encoding.get()) : charsetOf(file);
        InputStream bytes = withoutMark(new BufferedInputStream(Files.newInputStream(file)));
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, charset));
        var iterator = reader.iterator();
        List<NamedCsvRecord> first = iterator.hasNext() ? List.of(iterator.next()) : List.of();
        List<String> headings = first.isEmpty() ? List.of() : first.getFirst().getHeader();
        Stream<NamedCsvRecord> rest = Stream.generate(() -> iterator)
                .takeWhile(each -> each.hasNext())
                .map(each -> each.next());
        Stream<ListRow> rows = Stream.concat(first.stream(), rest)
                .map(record -> new ListRow(record.getStartingLineNumber(), record.getFieldsAsMap()));
        return new ListFile(headings, rows, reader);
    }

    private static InputStream withoutMark(BufferedInputStream bytes) throws IOException {
        bytes.mark(3);
        boolean marked = bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF;
        if (!marked) {
            bytes.reset();
        }
        return bytes;
    }

    /** UTF-8 when the whole file is; otherwise what Chinese Excel writes. */
    private static Charset charsetOf(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file);
                InputStreamReader reader = new InputStreamReader(in, decoder)) {
            char[] probe = new char[PROBE];
            int read = reader.read(probe);
            while (read >= 0) {
                read = reader.read(probe);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030");
        }
    }

    private static ListFile excel(Path file, Optional<String> sheet) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false));
        Sheet found = sheet.isEmpty()
                ? workbook.getFirstSheet()
                : workbook.findSheet(sheet.get()).orElseThrow(() -> new IOException("no sheet " + sheet.get()));
        var iterator = found.openStream().iterator();
        List<String> headings = iterator.hasNext()
                ? iterator.next().stream().map(ListFile::text).toList()
                : List.of();
        Stream<ListRow> rows = Stream.generate(() -> iterator)
                .takeWhile(each -> each.hasNext())
                .map(each -> each.next())
                .map(row -> new ListRow(row.getRowNum(), cells(headings, row)));
        return new ListFile(headings, rows, workbook);
    }

    private static Map<String, String> cells(List<String> headings, org.dhatim.fastexcel.reader.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, headings.size())
                .forEach(i -> cells.put(
                        headings.get(i),
                        i < row.getCellCount() ? text(row.getOptionalCell(i).orElse(null)) : ""));
        return cells;
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        boolean isDay = cell.getType() == CellType.NUMBER
                && Optional.ofNullable(cell.getDataFormatString())
                        .filter(format -> format.toLowerCase(Locale.ROOT).contains("y"))
                        .isPresent();
        if (isDay) {
            LocalDateTime at = cell.asDate();
            return EXCEL_DAY.format(at);
        }
        return Optional.ofNullable(cell.getText()).orElse("");
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
