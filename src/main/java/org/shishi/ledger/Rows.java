package org.shishi.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of a file as bytes, each ended by one newline, the last one too. */
final class Rows {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    Rows(InputStream in) {
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The next line without its newline. @throws IllegalArgumentException when the file ends before it does */
    byte[] next() throws IOException {
        number++;
        ByteArrayOutputStream row = new ByteArrayOutputStream(2048);
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            row.write(buffer, from, at - from);
            if (at < end) {
                at++;
                return row.toByteArray();
            }
        }
        throw new IllegalArgumentException(
                row.size() == 0 ? "the file ends before its checkpoint" : "the file ends in the middle of a line");
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    /** @throws IllegalArgumentException when there is anything left */
    void end() throws IOException {
        if (fill()) {
            number++;
            throw new IllegalArgumentException("nothing may follow the checkpoint");
        }
    }
}
