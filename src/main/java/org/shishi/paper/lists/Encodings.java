package org.shishi.paper.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** In which encoding a text is written. */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PROBE = 1 << 16;
    private static final char UNREADABLE = '\uFFFD';

    private Encodings() {}

    static Charset of(Path file, Optional<String> said) throws IOException {
        return said.isPresent() ? named(said.get()) : foundIn(file);
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
            throw new NoList(NoList.Reason.NO_ENCODING, name);
        }
    }

    private static Charset foundIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xFE && second == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return isMostlyUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
    }

    /** A few broken signs do not make UTF-8 something else; what Chinese Excel writes is broken nearly everywhere as UTF-8. */
    private static boolean isMostlyUtf8(Path file) throws IOException {
        long broken = 0;
        long whole = 0;
        try (InputStreamReader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            char[] probe = new char[PROBE];
            for (int read = reader.read(probe); read >= 0; read = reader.read(probe)) {
                for (int i = 0; i < read; i++) {
                    broken += probe[i] == UNREADABLE ? 1 : 0;
                    whole += probe[i] > 0x7F && probe[i] != UNREADABLE ? 1 : 0;
                }
            }
        }
        return broken == 0 || whole > broken;
    }
}
