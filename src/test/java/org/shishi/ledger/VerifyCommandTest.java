package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    Path folder;

    @Test
    void anEntryRecordedBeforeTheOneBeforeItIsNamed() throws IOException {
        SigningKey key = SigningKey.in(folder, Lines.CITY);
        Entry first =
                Lines.some(Lines.start(Digest.SHA256), 1, 1).getFirst().line().entry();
        Entry early = new Entry(
                2,
                1,
                Optional.empty(),
                "sign",
                first.by(),
                first.happenedAt(),
                first.recordedAt().minusNanos(1000),
                first.under(),
                "web",
                Optional.empty(),
                Optional.empty());
        Entry plain = new Entry(
                1,
                1,
                first.number(),
                first.act(),
                first.by(),
                first.happenedAt(),
                first.recordedAt(),
                first.under(),
                "web",
                Optional.empty(),
                Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export written = Export.begin(out, Lines.CITY, Digest.SHA256, key.verifier(), 2);
        Frontier frontier = Frontier.empty(Digest.SHA256);
        for (Entry entry : List.of(plain, early)) {
            Line line = Line.of(Lines.CITY, Digest.SHA256, entry);
            written.entry(line, Optional.empty(), Optional.empty());
            frontier = frontier.append(line.leaf());
        }
        written.end(Checkpoint.sign(key, 2, frontier.root()));
        assertThat(Verify.check(
                                new ByteArrayInputStream(out.toByteArray()),
                                Optional.empty(),
                                new PrintStream(OutputStream.nullOutputStream()))
                        .fault())
                .contains(new Verify.Fault(3, "recorded before the entry before it"));
    }

    @Test
    void theCommandRunsFromSourceAndSaysItWithItsExitCode() throws Exception {
        SigningKey key = SigningKey.in(folder, Lines.CITY);
        byte[] export = Exports.of(key, Digest.SHA256, 18, 0);
        Path good = Files.write(folder.resolve("good.jsonl"), export);
        export[export.length / 2] ^= 1;
        Path bad = Files.write(folder.resolve("bad.jsonl"), export);
        assertThat(run(good.toString(), key.verifier().vkey()))
                .startsWith("0 ")
                .contains("every line fits: 18 entries, 6 with personal data, of them 3 erased");
        assertThat(run(bad.toString())).startsWith("1 ").contains("does not fit: ");
        assertThat(run()).startsWith("2 usage");
        assertThat(run(folder.resolve("none").toString())).startsWith("2 cannot read");
        assertThat(run(good.toString(), "nonsense")).startsWith("2 not a verifier key");
    }

    private static String run(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/main/java/org/shishi/ledger/Verify.java"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
