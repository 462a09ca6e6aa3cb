package org.shishi.ledger.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Rows of many keys in one round trip, each looked up by itself. Asked for as one list ({@code = ANY}), a table that grew
 * quickly and has no statistics yet is read by whatever index begins with the city, from one end to the other: many
 * times slower, just when a city moves in.
 */
public final class ByKey {
    private ByKey() {}

    /** A query for columns of a table, as {@code found}; its first parameters are those of {@link #ask}. */
    public static String select(String columns, String table, String key) {
        return "SELECT found.* FROM unnest(?) AS asked(key) CROSS JOIN LATERAL (SELECT " + columns + " FROM " + table
                + " WHERE city = ? AND " + key + " = asked.key OFFSET 0) AS found";
    }

    /** Says which keys, of a type as the database names it. Given twice, its rows come twice. */
    public static void ask(PreparedStatement select, String type, Collection<?> keys, String city) throws SQLException {
        select.setArray(1, select.getConnection().createArrayOf(type, keys.toArray()));
        select.setString(2, city);
    }
}
