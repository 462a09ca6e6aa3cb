package org.shishi.shell.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.shishi.matter.Desk;
import org.shishi.paper.lists.ListFile;
import org.shishi.people.DivisionList;
import org.shishi.people.People;
import org.shishi.procedure.PackError;
import org.shishi.procedure.Packs;
import org.springframework.context.ApplicationContext;

/** A whole import: the mapping, the file, the report of what did not go in. */
public final class ListImport {
    private final String register;
    private final Packs packs;
    private final Desk desk;
    private final InstantSource clock;
    private final RefusalWords words;

    ListImport(String register, Packs packs, Desk desk, InstantSource clock) {
        this.register = register;
        this.packs = packs;
        this.desk = desk;
        this.clock = clock;
        boolean chinese = !Locale.getDefault().getLanguage().equals("en");
        this.words = new RefusalWords(packs.words(), chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    public static ListImport of(ApplicationContext context, String register) {
        return new ListImport(
                register,
                context.getBean(Packs.class),
                context.getBean(Desk.class),
                context.getBean(InstantSource.class));
    }

    /** Takes in a list of divisions; gives the exit code. */
    public static int divisions(People people, Path file) throws IOException {
        DivisionList list = people.importDivisions(Files.readAllBytes(file));
        System.out.printf(
                "divisions: %d added, %d changed, %d as they were, %d rows turned away%n",
                list.added().size(),
                list.changed().size(),
                list.same(),
                list.bad().size());
        list.bad().forEach(bad -> System.out.println("  " + bad.inWords(Locale.getDefault())));
        return list.bad().isEmpty() ? 0 : 1;
    }

    /** Runs it; gives the exit code: 0 when every row went in, 1 when some did not. */
    public int run(Path file, Path map, Consumer<Integer> progress) throws IOException {
        Mapping mapping = Mapping.read(map.toString(), Files.readString(map), packs);
        boolean fits = packs.findRegister(register)
                .filter(found -> found.of().contains(mapping.procedure().name()))
                .isPresent();
        if (!fits) {
            throw new PackError(map + " puts rows on account as '"
                    + mapping.procedure().name() + "', which do not stand in '" + register + "'");
        }
        Path written = Path.of(file.getFileName() + ".rejected.csv"); // here: the folder of the file may be another's
        try (ListFile list = ListFile.open(
                file, mapping.format().encoding(), mapping.format().sheet())) {
            requireColumns(mapping, list, map);
            return run(mapping, list, written, progress);
        }
    }

    private int run(Mapping mapping, ListFile list, Path report, Consumer<Integer> progress) throws IOException {
        RowReading reading = new RowReading(mapping, desk, words, clock.instant());
        Importer importer = new Importer(mapping, desk, reading, words);
        List<BadRow> bad = new ArrayList<>();
        Importer.Summary summary;
        try (CsvWriter csv = CsvWriter.builder().build(report)) {
            csv.writeRecord(headings(list));
            summary = importer.run(
                    list.rows(),
                    row -> {
                        csv.writeRecord(record(list, row));
                        bad.add(row);
                    },
                    progress);
        }
        if (bad.isEmpty()) {
            Files.deleteIfExists(report);
        }
        tell(summary, report);
        return summary.bad() == 0 ? 0 : 1;
    }

    private static void tell(Importer.Summary summary, Path report) {
        System.out.printf(
                "%d matters put on account, %d entries recorded, %d stood there before, %d rows turned away%s%n",
                summary.opened(),
                summary.recorded(),
                summary.again(),
                summary.bad(),
                summary.bad() == 0 ? "" : ": see " + report);
    }

    private static List<String> headings(ListFile list) {
        List<String> headings = new ArrayList<>(List.of("row", "column", "reason"));
        headings.addAll(list.headings());
        return headings;
    }

    private static List<String> record(ListFile list, BadRow bad) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(bad.row()), bad.column(), bad.reason()));
        list.headings().forEach(heading -> cells.add(bad.cells().getOrDefault(heading, "")));
        return cells;
    }

    /** All columns of the mapping must be there; one in neither list is named, so that nobody loses it unawares. */
    private static void requireColumns(Mapping mapping, ListFile list, Path map) {
        Set<String> missing = new TreeSet<>(mapping.columns().values());
        list.headings().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new PackError(map + ": the file has no column " + missing + "; it has " + list.headings());
        }
        Set<String> unused = new TreeSet<>(list.headings());
        unused.removeAll(mapping.columns().values());
        unused.removeAll(mapping.ignored());
        if (!unused.isEmpty()) {
            System.out.println("columns left out: " + unused);
        }
    }
}
