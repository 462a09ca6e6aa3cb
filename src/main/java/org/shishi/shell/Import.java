package org.shishi.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shishi.people.People;
import org.shishi.shell.imports.ListImport;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./shishi import appeals FILE --map MAP.yaml} and {@code ./shishi import divisions FILE.csv}. */
@Command(
        name = "import",
        description = {
            "Put a foreign list on account, or take in a list of divisions.",
            "Rows that cannot go in are written to FILE.rejected.csv with row, column and reason. "
                    + "Run again, nothing goes in twice."
        })
final class Import implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Parameters(index = "0", paramLabel = "WHAT", description = "A register (appeals), or divisions.")
    private String what = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A CSV (UTF-8 or GB18030) or .xlsx file.")
    private Path file = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "MAP.yaml",
            description = "Which column is which fact, and what happened when.")
    private Optional<Path> map = Optional.empty();

    private final Program program;

    Import(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        premises.requireData();
        if (!java.nio.file.Files.isReadable(file)) {
            throw new Trouble("There is no file " + file + " to read.");
        }
        try (ConfigurableApplicationContext context = program.work(premises)) {
            if (what.equals("divisions")) {
                return ListImport.divisions(context.getBean(People.class), file);
            }
            Path mapping = map.orElseThrow(() -> new Trouble("Name a mapping file with --map."));
            try (Progress progress = Progress.of("rows")) {
                return ListImport.of(context, what).run(file, mapping, count -> progress.advance(count));
            }
        }
    }
}
