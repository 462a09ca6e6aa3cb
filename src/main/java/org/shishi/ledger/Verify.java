package org.shishi.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks an exported ledger with nothing but a JDK, without our server and without trusting it:
 *
 * <pre>java src/main/java/org/shishi/ledger/Verify.java FILE [VKEY]</pre>
 *
 * <p>VKEY is the city's public key as published; without it the key in the file itself is used. Prints the first line that
 * does not fit, and why. Exit code 0: everything fits; 1: something does not; 2: wrong use.
 */
public final class Verify {
    private static final long SECOND = 1_000_000_000L;

    private final PrintStream progress;
    private long told = System.nanoTime();

    private Verify(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param entries how many entries fit, of them {@code secrets} with personal data and {@code erased} with that erased
     * @param fault the first line that does not fit; empty when all do
     */
    public record Finding(long entries, long secrets, long erased, Optional<Fault> fault) {}

    /** A line, from 1, and why it does not fit. */
    public record Fault(long line, String why) {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** The whole command but for the exit. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length < 1 || args.length > 2) {
            err.println("usage: java Verify.java FILE [VKEY]");
            return 2;
        }
        try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
            Optional<VerifierKey> key = args.length == 2 ? Optional.of(VerifierKey.read(args[1])) : Optional.empty();
            return tell(check(file, key, err), key.isPresent(), out);
        } catch (IOException e) {
            err.println("cannot read " + args[0] + ": " + e);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        return 2;
    }

    private static int tell(Finding finding, boolean keyGiven, PrintStream out) {
        if (finding.fault().isPresent()) {
            Fault fault = finding.fault().get();
            out.println("line " + fault.line() + " does not fit: " + fault.why());
            return 1;
        }
        out.println("every line fits: " + finding.entries() + " entries, " + finding.secrets()
                + " with personal data, of them " + finding.erased() + " erased");
        if (!keyGiven) {
            out.println(
                    "checked with the public key in the file; give the published key to be sure whose ledger it is");
        }
        return 0;
    }

    /**
     * Checks an export line by line; needs memory for one line only.
     *
     * @param key the published key; empty to take the one in the file
     * @param progress gets a line a second
     */
    public static Finding check(InputStream export, Optional<VerifierKey> key, PrintStream progress)
            throws IOException {
        return new Verify(progress).check(new Rows(export), key);
    }

    private Finding check(Rows rows, Optional<VerifierKey> key) throws IOException {
        Account account = new Account(key);
        try {
            while (!account.isClosed()) {
                account.take(rows.next());
                tell(rows.number(), account);
            }
            rows.end();
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            return account.finding(Optional.of(new Fault(rows.number(), String.valueOf(e.getMessage()))));
        }
        return account.finding(Optional.empty());
    }

    private void tell(long line, Account account) {
        if (System.nanoTime() - told > SECOND) {
            told = System.nanoTime();
            progress.println("checked " + line + " lines of " + account.expectedLines());
        }
    }
}
