package org.shishi.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shishi.matter.Desk;
import org.shishi.people.People;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.shell.imports.DivisionImport;
import org.shishi.shell.imports.ImportWords;
import org.shishi.shell.imports.ListImport;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./shishi import appeals FILE --map MAP.yaml} and {@code ./shishi import divisions FILE.csv}. */
@Command(
        name = "import",
        description = {
            "Put a foreign list on account, or take in a list of divisions. The program may be running meanwhile.",
            "Rows that cannot go in are reported with row, column and reason; the others go in. Run again, after it "
                    + "was cut off too, nothing goes in twice. docs/import.md explains mapping files."
        })
final class Import implements Callable<Integer> {
    private static final String DIVISIONS = "divisions";

    @Mixin
    private Premises premises = new Premises();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "WHAT", description = "A register (appeals), or divisions.")
    private String what = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A CSV (UTF-8, GB18030 or UTF-16) or Excel workbook (.xlsx, .xls); divisions: a CSV.")
    private Path file = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "MAP.yaml",
            description = "Which column is which fact, and what happened when.")
    private Optional<Path> map = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where rows that cannot go in are written; must not exist yet "
                    + "(default: imports/<name of the file>.rejected.csv in the data folder).")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "In which language rows are reported (default: that of the terminal).")
    private Optional<String> language = Optional.empty();

    private final Program program;

    Import(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        if (map.isEmpty() && !what.equals(DIVISIONS)) {
            throw new ParameterException(spec.commandLine(), "Name a mapping file with --map (see docs/import.md).");
        }
        premises.requireData();
        try (ConfigurableApplicationContext context = program.work(premises)) {
            Packs packs = context.getBean(Packs.class);
            ImportWords words = new ImportWords(packs.words(), locale());
            requireReadable(file, words);
            if (what.equals(DIVISIONS)) {
                return new DivisionImport(context.getBean(People.class), words, System.out).run(file);
            }
            return list(context, packs, words);
        }
    }

    private Locale locale() {
        return switch (language.orElse("")) {
            case "" -> ImportWords.ofTerminal(System.getenv());
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new ParameterException(spec.commandLine(), "--language is zh or en.");
        };
    }

    private static void requireReadable(Path file, ImportWords words) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Trouble(words.get("no-file", file));
        }
    }

    private int list(ApplicationContext context, Packs packs, ImportWords words) throws IOException {
        requireRegister(packs);
        requireReadable(map.orElseThrow(), words);
        ListImport.Order order = new ListImport.Order(what, file, map.orElseThrow(), newReport(words));
        return new ListImport(
                        packs, context.getBean(Desk.class), context.getBean(InstantSource.class), words, System.out)
                .run(order);
    }

    private void requireRegister(Packs packs) {
        if (packs.findRegister(what).isEmpty()) {
            List<String> there = packs.registers().stream().map(Register::name).toList();
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no register '" + what + "'; expected one of " + there + " or divisions.");
        }
    }

    /** The report of the run before is replaced; no other file ever is. */
    private Path newReport(ImportWords words) throws IOException {
        Path usual = premises.data().resolve("imports").resolve(file.getFileName() + ".rejected.csv");
        if (report.isEmpty()) {
            Files.deleteIfExists(usual);
        } else if (Files.exists(report.get())) {
            throw new Trouble(words.get("report-exists", report.get()));
        }
        return report.orElse(usual);
    }
}
