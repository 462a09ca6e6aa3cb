package org.shishi.paper.lists;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;

/** Cells between separators. What cannot be decoded is read as U+FFFD, so that its row can be told of. */
final class CsvList implements Iterator<ListFile.Raw> {
    private static final int PROBE = 4096;
    private static final Pattern MARKUP =
            Pattern.compile("^\\s*<(!doctype|html|\\?xml|table|meta)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private final Iterator<CsvRecord> records;
    private long last;

    private CsvList(Iterator<CsvRecord> records) {
        this.records = records;
    }

    static ListFile open(Path file, Written written) throws IOException {
        Charset charset = Encodings.of(file, written.encoding());
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        requireText(reader);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(written.separator())
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader);
        return ListFile.of(new CsvList(csv.iterator()), written, csv);
    }

    /** Passes over the mark of Unicode; a file of another kind, or a web page called .xls, is not read as a list. */
    private static void requireText(Reader reader) throws IOException {
        reader.mark(PROBE + 1);
        char[] probe = new char[PROBE];
        String begins = new String(probe, 0, Math.max(0, reader.read(probe)));
        reader.reset();
        boolean marked = begins.startsWith("\uFEFF");
        if (begins.indexOf('\0') >= 0
                || MARKUP.matcher(marked ? begins.substring(1) : begins).matches()) {
            throw new NoList(NoList.Reason.UNKNOWN_KIND);
        }
        if (marked && reader.read() < 0) {
            throw new NoList(NoList.Reason.EMPTY);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw new NoList(NoList.Reason.ENDLESS_CELL, Long.toString(last));
        }
    }

    @Override
    public ListFile.Raw next() {
        CsvRecord record = records.next();
        last = record.getStartingLineNumber();
        return new ListFile.Raw(last, record.getFields(), false);
    }
}
