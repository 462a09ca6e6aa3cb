package org.shishi.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shishi.shell.backup.BackupFile;
import org.shishi.shell.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./shishi backup FILE}: may be taken while the office works. */
@Command(
        name = "backup",
        description = "Copy everything on account, and the keys, into one file; the program may go on running.")
final class Backup implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist yet.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (Files.exists(file)) {
            throw new Trouble(file + " exists already; a backup never overwrites one.");
        }
        premises.requireData();
        try (Database database = premises.database();
                Progress progress = Progress.of("rows copied")) {
            BackupFile.write(file.toAbsolutePath(), database.access(), premises.data(), progress);
        }
        System.out.println("Backed up to " + file);
        System.out.println("WARNING: the file holds the keys that open personal data and sign the ledger."
                + " Keep it as you keep a seal: away from the machine, out of others' hands.");
        return 0;
    }
}
