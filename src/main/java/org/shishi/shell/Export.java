package org.shishi.shell;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./shishi export FILE}: the whole ledger, for anyone to check. */
@Command(
        name = "export",
        description = "Write the whole ledger as lines of JSON that anyone can check without this program.")
final class Export implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, for example ledger.jsonl; it must not exist yet.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (Files.exists(file)) {
            throw new Trouble(file + " exists already; an export never overwrites one.");
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        long entries;
        try (WholeLedger ledger = WholeLedger.of(premises);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside));
                Progress progress = Progress.of("entries written", ledger.size())) {
            entries = ledger.writeTo(out, progress);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        System.out.println(entries + " entries written to " + file);
        return 0;
    }
}
