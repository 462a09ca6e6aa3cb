package org.shishi.shell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.shishi.files.FileStore;
import org.shishi.ledger.VerifierKey;
import org.shishi.ledger.Verify.Finding;
import org.shishi.matter.Attachments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./shishi verify [FILE]}: does every line fit? */
@Command(
        name = "verify",
        description = "Check every line of the ledger, or of an exported FILE, and name the first that does not fit.")
final class Verify implements Callable<Integer> {
    private static final int PIPE = 1 << 20;

    @Mixin
    private Premises premises = new Premises();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An export; without it the ledger itself is read.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--key", paramLabel = "VKEY", description = "The city's public key as published.")
    private Optional<String> key = Optional.empty();

    @Override
    public Integer call() throws Exception {
        if (file.isPresent()) {
            return tell(ofFile(file.get()));
        }
        int told = tell(ofLedger());
        return told == 0 ? tellFiles() : told;
    }

    private Finding ofFile(Path export) throws IOException {
        if (!Files.isRegularFile(export)) {
            throw new Trouble("There is no file " + export);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export))) {
            return org.shishi.ledger.Verify.check(in, published(), System.err);
        }
    }

    private Optional<VerifierKey> published() {
        try {
            return key.map(VerifierKey::read);
        } catch (IllegalArgumentException e) {
            throw new Trouble("--key is not a public key: " + e.getMessage(), e);
        }
    }

    /** The very bytes an export would hold, checked while they are written. */
    private Finding ofLedger() throws Exception {
        try (WholeLedger ledger = WholeLedger.of(premises);
                ExecutorService writer = Executors.newSingleThreadExecutor();
                PipedInputStream in = new PipedInputStream(PIPE);
                PipedOutputStream out = new PipedOutputStream(in);
                Progress progress = Progress.of("entries checked", ledger.size())) {
            Future<Long> written = writer.submit(() -> write(ledger, out, progress));
            Optional<VerifierKey> trusted =
                    published().or(() -> Optional.of(ledger.key().verifier()));
            Finding finding =
                    org.shishi.ledger.Verify.check(in, trusted, new PrintStream(OutputStream.nullOutputStream()));
            if (finding.fault().isEmpty()) {
                written.get();
            }
            return finding;
        }
    }

    private static long write(WholeLedger ledger, OutputStream out, Progress progress)
            throws SQLException, IOException {
        try (out) {
            return ledger.writeTo(out, progress);
        }
    }

    /** The facts are proven by now: the files they name must be there, with the bytes they name. */
    private int tellFiles() throws SQLException {
        try (WholeLedger ledger = WholeLedger.of(premises)) {
            Attachments files = ledger.files();
            var fault = files.findFault(FileStore.in(premises.data()));
            if (fault.isPresent()) {
                System.out.println("A file of " + fault.get().number() + " "
                        + (fault.get().gone() ? "is missing: " : "was changed: ")
                        + fault.get().hash());
                return 1;
            }
            System.out.println("Every file is there as its entry names it: " + files.size() + " files.");
            return 0;
        }
    }

    private static int tell(Finding finding) {
        if (finding.fault().isPresent()) {
            var fault = finding.fault().get();
            System.out.println("Line " + fault.line() + " does not fit: " + fault.why());
            return 1;
        }
        System.out.println("Every line fits: " + finding.entries() + " entries, " + finding.secrets()
                + " with personal data, of them " + finding.erased() + " erased.");
        return 0;
    }
}
