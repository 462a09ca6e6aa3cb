package org.shishi.shell.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shishi.matter.Desk;
import org.shishi.paper.lists.ListFile;
import org.shishi.paper.lists.NoList;
import org.shishi.procedure.PackError;
import org.shishi.procedure.Packs;
import org.shishi.shell.Progress;
import org.shishi.shell.Trouble;

/** A whole import: the mapping, the file, the report of what did not go in. */
public final class ListImport {
    private final Packs packs;
    private final Desk desk;
    private final InstantSource clock;
    private final ImportWords words;
    private final PrintStream out;

    public ListImport(Packs packs, Desk desk, InstantSource clock, ImportWords words, PrintStream out) {
        this.packs = packs;
        this.desk = desk;
        this.clock = clock;
        this.words = words;
        this.out = out;
    }

    /** What is to be imported, and where what does not go in is reported. */
    public record Order(String register, Path file, Path map, Path report) {}

    /**
     * Runs it; gives the exit code: 0 when every row went in, 1 when some did not.
     *
     * @throws PackError when the mapping cannot be right
     * @throws Trouble when the file cannot be read, or has other columns; nothing was recorded then
     */
    public int run(Order order) throws IOException {
        try {
            Mapping mapping = mapping(order);
            long rows = rows(order, mapping);
            try (ListFile list = ListFile.open(order.file(), mapping.written());
                    Report report = new Report(order.report(), own(), list.headings())) {
                requireColumns(mapping, list, order);
                RowReading reading = new RowReading(mapping, list.headings().size(), desk, words, clock.instant());
                Importer.Summary summary;
                try (Progress progress = Progress.of(words.get("rows"), rows)) {
                    summary = new Importer(desk, reading, report::add, progress::advance).run(list.rows());
                }
                tell(summary, report, order.report());
                return summary.bad() == 0 ? 0 : 1;
            }
        } catch (NoList e) {
            throw new Trouble(order.file() + ": " + words.of(e), e);
        }
    }

    private Mapping mapping(Order order) throws IOException {
        Mapping mapping = MappingReader.read(order.map().toString(), Files.readString(order.map()), packs);
        boolean fits = packs.findRegister(order.register())
                .filter(found -> found.of().contains(mapping.procedure().name()))
                .isPresent();
        if (!fits) {
            throw new Trouble(
                    words.get("other-register", order.map(), mapping.procedure().name(), order.register()));
        }
        return mapping;
    }

    /** Read once to its end before anything is recorded: how many rows there are, and that it has an end. */
    private static long rows(Order order, Mapping mapping) throws IOException {
        try (ListFile list = ListFile.open(order.file(), mapping.written())) {
            return list.rows().count();
        }
    }

    private List<String> own() {
        return List.of(words.get("row"), words.get("column"), words.get("reason"));
    }

    /** All columns of the mapping must be there, once; one it does not name is told of, so that nobody loses it unawares. */
    private void requireColumns(Mapping mapping, ListFile list, Order order) {
        Set<String> unused = new TreeSet<>();
        for (String heading : list.headings()) {
            boolean isTwice = Collections.frequency(list.headings(), heading) > 1;
            if (mapping.columns().containsValue(heading) && isTwice) {
                throw new Trouble(order.file() + ": " + words.get("column-twice", heading));
            }
            unused.add(heading);
        }
        Set<String> missing = new TreeSet<>(mapping.columns().values());
        list.headings().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new Trouble(order.file() + ": "
                    + words.get("no-column", String.join("、", missing), String.join("、", list.headings())));
        }
        unused.removeAll(mapping.columns().values());
        unused.removeAll(mapping.ignored());
        unused.removeAll(own());
        unused.remove("");
        if (!unused.isEmpty()) {
            out.println(words.get("left-out", String.join("、", unused)));
        }
    }

    private void tell(Importer.Summary summary, Report report, Path written) {
        out.println(words.get("summary", summary.opened(), summary.recorded(), summary.again(), summary.bad()));
        report.first().forEach(bad -> out.println("  " + words.get("bad-row", bad.row(), bad.column(), bad.reason())));
        long more = summary.bad() - report.first().size();
        if (more > 0) {
            out.println("  " + words.get("more", more));
        }
        if (summary.bad() > 0) {
            out.println(words.get("report", written));
        }
    }
}
