package org.shishi.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.shishi.shell.backup.RestoredFile;
import org.shishi.shell.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./shishi restore FILE}: into a folder that is empty or not there yet. */
@Command(name = "restore", description = "Put a backup into an empty data folder.")
final class Restore implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Parameters(paramLabel = "FILE", description = "A file that `shishi backup` wrote.")
    private Path file = Path.of("");

    /** In a folder beside it, renamed at the end: a restore that was broken off leaves no half office behind. */
    @Override
    public Integer call() throws Exception {
        requireEmpty();
        Path beside = premises.data().resolveSibling(premises.data().getFileName() + ".restoring");
        Folder.clear(beside);
        try (RestoredFile restored = RestoredFile.checked(file)) {
            try (Database database = premises.in(beside).bareDatabase();
                    Progress progress = Progress.of("rows restored", restored.rows())) {
                restored.into(database.access(), beside, progress);
            }
            System.out.println("Restored " + restored.rows() + " rows into " + premises.data());
        }
        Files.deleteIfExists(premises.data());
        Files.move(beside, premises.data(), StandardCopyOption.ATOMIC_MOVE);
        return 0;
    }

    private void requireEmpty() {
        if (!Folder.isEmpty(premises.data())) {
            throw new Trouble(premises.data() + " is not empty. Restore into a new folder: --data FOLDER");
        }
    }
}
