package org.shishi.ledger.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/**
 * Rows of one table on their way in by COPY, encoded beforehand by whoever has the time. The database makes room for many
 * rows at once and looks at each less than with an INSERT, but it takes two round trips: for few rows that is dearer.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
final class Copying {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NOTHING = -1; // instead of a length: null, and after the last row
    /** Where the database counts its microseconds from. */
    private static final long EPOCH = Call.micros(Instant.parse("2000-01-01T00:00:00Z"));

    private final String sql;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean isEmpty = true;

    /** Of each row these columns are put: a text, a number, a moment, bytes, or one of them that may be missing. */
    Copying(String table, List<String> columns) {
        this.sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
        this.columns = columns.size();
        try {
            out.write(SIGNATURE);
            out.writeLong(0); // no flags, nothing more in the head
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void row(Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + sql);
        }
        isEmpty = false;
        try {
            out.writeShort(values.length);
            for (Object value : values) {
                put(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Object value) throws IOException {
        switch (value) {
            case Optional<?> some when some.isPresent() -> put(some.get());
            case Optional<?> _ -> out.writeInt(NOTHING);
            case String text -> put(text.getBytes(StandardCharsets.UTF_8));
            case byte[] some -> {
                out.writeInt(some.length);
                out.write(some);
            }
            case Long number -> put(number.longValue());
            case Instant time -> put(Call.micros(time) - EPOCH);
            default -> throw new IllegalArgumentException("no form for " + value.getClass());
        }
    }

    private void put(long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    /** Puts the rows into their table, inside the open transaction. */
    void into(Connection c) throws SQLException {
        if (isEmpty) {
            return;
        }
        byte[] end = ByteBuffer.allocate(Short.BYTES).putShort((short) NOTHING).array();
        ByteBuffer rows = ByteBuffer.wrap(bytes.toByteArray());
        try {
            c.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, ByteStreamWriter.of(rows, ByteBuffer.wrap(end)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
