package org.shishi.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Exports made up for tests. */
final class Exports {
    private Exports() {}

    /** Every sixth entry's secret is erased. */
    static byte[] of(SigningKey key, Digest digest, int size, long seed) throws IOException {
        Edge start = Lines.start(digest);
        List<NewLine> lines = Lines.some(start, size, seed);
        Edge after = size == 0 ? start : Lines.after(start, lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export written = Export.begin(out, Lines.CITY, digest, key.verifier(), size);
        for (NewLine line : lines) {
            boolean erased = line.line().entry().position() % 6 == 0;
            written.entry(line.line(), line.facts(), line.secret().filter(s -> !erased));
        }
        written.end(Checkpoint.sign(key, size, after.root()));
        return out.toByteArray();
    }
}
