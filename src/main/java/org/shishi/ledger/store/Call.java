package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A call of a function in the database. Several go over in one round trip, each in order, the rest not if one fails. */
public final class Call {
    private final String function;
    private final List<Object> arguments = new ArrayList<>();

    private Call(String function) {
        this.function = function;
    }

    public static Call of(String function) {
        return new Call(function);
    }

    /** A text, a number, bytes, or an array of texts, numbers, truths, bytes or ids. */
    public Call with(Object... values) {
        arguments.addAll(Arrays.asList(values));
        return this;
    }

    /** One number of each row. */
    public static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    /** One text of each row; null where it has none. */
    public static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** One piece of bytes of each row; null where it has none. */
    public static <T> byte[][] bytes(Collection<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    /** A moment as our functions take it: microseconds since 1970. */
    public static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    private String sql() {
        return "SELECT " + function + "(" + String.join(", ", Collections.nCopies(arguments.size(), "?")) + ")";
    }

    /** Makes the calls inside the open transaction. */
    public static void make(Connection c, Call... calls) throws SQLException {
        send(c, List.of(calls), "");
    }

    /**
     * Makes the calls and commits.
     *
     * @param ahead whether to return before what they wrote is on disk: everybody sees it, a crash may still take it
     */
    public static void makeAndCommit(Connection c, boolean ahead, Call... calls) throws SQLException {
        List<Call> all = new ArrayList<>();
        if (ahead) {
            all.add(Call.of("set_config").with("synchronous_commit", "off", true));
        }
        all.addAll(List.of(calls));
        send(c, all, "; COMMIT");
    }

    private static void send(Connection c, List<Call> calls, String end) throws SQLException {
        String sql = calls.stream().map(Call::sql).collect(Collectors.joining("; ")) + end;
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            int last = 0;
            for (Call call : calls) {
                for (Object argument : call.arguments) {
                    set(statement, ++last, argument);
                }
            }
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Object[] values ->
                statement.setArray(index, statement.getConnection().createArrayOf(type(values), values));
            default -> throw new IllegalArgumentException("no type for " + argument.getClass());
        }
    }

    private static String type(Object[] values) {
        return switch (values) {
            case Long[] numbers -> "int8";
            case String[] texts -> "text";
            case Boolean[] truths -> "bool";
            case UUID[] ids -> "uuid";
            default -> "bytea";
        };
    }
}
