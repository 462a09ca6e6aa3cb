package org.shishi.shell;

import java.util.List;
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
        CommandLine line = new CommandLine(new Shell());
        commands(program).forEach(line::addSubcommand);
        line.addSubcommand(new HelpCommand());
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        line.setExecutionExceptionHandler(new Explained());
        return line.execute(arguments);
    }

    private static List<Object> commands(Program program) {
        return List.of(new Run(program), new Backup(), new Restore());
    }
}
