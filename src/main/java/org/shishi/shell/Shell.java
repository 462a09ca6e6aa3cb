package org.shishi.shell;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. A new command is one class, named in {@link #commands}. */
@Command(
        name = "shishi",
        synopsisSubcommandLabel = "COMMAND",
        description = "What a city owes its people, on account until it is done.",
        footer = {
            "",
            "`./shishi test` builds and runs every test.",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong use."
        })
public final class Shell {
    private Shell() {}

    /** Runs one command and answers its exit code: 0 done, 1 refused or failed, 2 wrong use. */
    public static int run(Program program, String... arguments) {
        quiet();
        Ending.watch();
        CommandLine line = new CommandLine(new Shell());
        commands(program).forEach(line::addSubcommand);
        line.addSubcommand(new HelpCommand());
        line.getSubcommands().values().forEach(Shell::standard);
        standard(line);
        line.setExecutionExceptionHandler(new Explained());
        return line.execute(arguments);
    }

    /** Until the program has set up its own log, and in commands that need none, only warnings are said. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static void standard(CommandLine command) {
        String version = Optional.ofNullable(Shell.class.getPackage().getImplementationVersion())
                .orElse("(not from a build)");
        command.getCommandSpec().mixinStandardHelpOptions(true).version("Shishi " + version);
    }

    private static List<Object> commands(Program program) {
        return List.of(
                new Run(program),
                new Import(program),
                new Token(),
                new Export(),
                new Verify(),
                new Bench(program),
                new Backup(),
                new Restore());
    }
}
