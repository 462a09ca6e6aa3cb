package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final int SIZE = 18;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private SigningKey key;
    private byte[] export;

    @BeforeEach
    void exportALedger() throws IOException {
        key = SigningKey.in(folder, Lines.CITY);
        export = Exports.of(key, Digest.SHA256, SIZE, 0);
    }

    private Optional<Verify.Fault> fault(byte[] file) throws IOException {
        return Verify.check(new ByteArrayInputStream(file), Optional.empty(), NOWHERE)
                .fault();
    }

    @Test
    void anUntouchedExportFitsAndErasedSecretsAreCounted() throws IOException {
        for (Digest digest : Digest.values()) {
            byte[] file = Exports.of(key, digest, SIZE, 1);
            assertThat(Verify.check(new ByteArrayInputStream(file), Optional.of(key.verifier()), NOWHERE))
                    .isEqualTo(new Verify.Finding(SIZE, 6, 3, Optional.empty()));
        }
        assertThat(fault(Exports.of(key, Digest.SHA256, 0, 1))).isEmpty();
    }

    /** Every byte of the first lines and of the last one, with several changes each: nothing is without meaning. */
    @Test
    void noByteOfTheFirstAndLastLinesCanBeChanged() throws IOException {
        int third = end(2);
        int last = end(SIZE);
        for (int at = 0; at < export.length; at++) {
            if (at < third || at >= last) {
                for (int change : new int[] {1, 2, 32, 128, 255}) {
                    assertChangeIsFound(at, (byte) (export[at] ^ change));
                }
                assertChangeIsFound(at, (byte) ' ');
                assertChangeIsFound(at, (byte) '\n');
                assertChangeIsFound(at, (byte) '0');
            }
        }
    }

    /** Where line number ends, from 0. */
    private int end(int number) {
        int at = 0;
        for (int line = 0; line <= number; line++) {
            while (export[at++] != '\n') {}
        }
        return at;
    }

    @Test
    void noByteAnywhereCanBeChanged() throws IOException {
        Random random = new Random(2026);
        for (int i = 0; i < 5000; i++) {
            assertChangeIsFound(random.nextInt(export.length), (byte) random.nextInt(256));
        }
    }

    private void assertChangeIsFound(int at, byte value) throws IOException {
        if (export[at] == value) {
            return;
        }
        byte[] changed = export.clone();
        changed[at] = value;
        Optional<Verify.Fault> fault = fault(changed);
        assertThat(fault).as("byte %d made %d", at, value).isPresent();
        assertNamesTheLine(at, fault.orElseThrow().line());
    }

    /** The header line's size and a newline made something else are only noticed further on. */
    private void assertNamesTheLine(int at, long named) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += export[i] == '\n' ? 1 : 0;
        }
        if (line == 1) {
            assertThat(named).isBetween(1L, SIZE + 2L);
        } else {
            assertThat(named).isEqualTo(line);
        }
    }

    @Test
    void noByteCanBeAddedOrTakenAway() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            int at = random.nextInt(export.length);
            ByteArrayOutputStream less = new ByteArrayOutputStream();
            less.write(export, 0, at);
            less.write(export, at + 1, export.length - at - 1);
            assertThat(fault(less.toByteArray())).as("without byte %d", at).isPresent();
            ByteArrayOutputStream more = new ByteArrayOutputStream();
            more.write(export, 0, at);
            more.write(" \n\r0\"}".charAt(i % 6));
            more.write(export, at, export.length - at);
            assertThat(fault(more.toByteArray())).as("a byte before %d", at).isPresent();
        }
        assertThat(fault(Arrays.copyOf(export, export.length + 1))).isPresent();
    }

    private List<String> lines() {
        return new ArrayList<>(
                new String(export, StandardCharsets.UTF_8).lines().toList());
    }

    private Optional<Verify.Fault> fault(List<String> lines) throws IOException {
        return fault(Lines.utf8(String.join("\n", lines) + "\n"));
    }

    @Test
    void aMissingLineIsNamedWhereItIsMissed() throws IOException {
        for (int i = 0; i < SIZE + 2; i++) {
            List<String> lines = lines();
            lines.remove(i);
            assertThat(fault(lines).orElseThrow().line()).isEqualTo(i + 1);
        }
    }

    @Test
    void swappedAndRepeatedLinesAreNamed() throws IOException {
        for (int i = 0; i < SIZE + 1; i++) {
            List<String> swapped = lines();
            Collections.swap(swapped, i, i + 1);
            assertThat(fault(swapped).orElseThrow().line()).isEqualTo(i + 1);
            List<String> repeated = lines();
            repeated.add(i + 1, repeated.get(i));
            assertThat(fault(repeated).orElseThrow().line()).isEqualTo(i + 2);
        }
    }

    @Test
    void anExportCutShortAnywhereDoesNotFit() throws IOException {
        for (int length = 0; length < export.length; length += 7) {
            assertThat(fault(Arrays.copyOf(export, length)))
                    .as("cut at %d", length)
                    .isPresent();
        }
        assertThat(fault(Arrays.copyOf(export, export.length - 1)).orElseThrow().line())
                .isEqualTo(SIZE + 2);
    }

    @Test
    void aRewrittenLedgerHasAnotherRootOrAnotherKey() throws IOException {
        List<String> forged =
                new ArrayList<>(new String(Exports.of(key, Digest.SHA256, SIZE, 99), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        forged.set(SIZE + 1, lines().getLast());
        assertThat(fault(forged).orElseThrow().why()).contains("root");
        VerifierKey published =
                SigningKey.in(folder.resolve("other"), Lines.CITY).verifier();
        Verify.Finding finding = Verify.check(new ByteArrayInputStream(export), Optional.of(published), NOWHERE);
        assertThat(finding.fault().orElseThrow().line()).isEqualTo(1);
    }
}
