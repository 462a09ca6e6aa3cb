package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Makes the tables of registers as the packs define them. */
record Making(Connection connection, String city) {
    /** Any number: nodes that start together make the tables one after the other. */
    private static final long LOCK = 0x5348495348495348L;

    /** True when anything was made anew, so that all is to be worked out again. */
    boolean make(List<Definition> definitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
        boolean anew = false;
        for (Definition definition : definitions) {
            anew |= make(definition);
        }
        if (anew) {
            empty(definitions);
        }
        return anew;
    }

    private boolean make(Definition definition) throws SQLException {
        String hash = definition.hash();
        if (!tableHash(definition).filter(hash::equals).isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS " + definition.table());
                statement.execute(definition.ddl());
                statement.execute("COMMENT ON TABLE " + definition.table() + " IS '" + hash + "'");
            }
            // rows of every city went with the old table: each works its own out again
            run(
                    "DELETE FROM sheet.definition WHERE name = ?",
                    definition.register().name());
        }
        return remember(definition.register().name(), hash);
    }

    private Optional<String> tableHash(Definition definition) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT obj_description(to_regclass(?), 'pg_class')")) {
            statement.setString(1, definition.table());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    private boolean remember(String register, String hash) throws SQLException {
        String sql = "INSERT INTO sheet.definition (city, name, hash) VALUES (?, ?, ?) ON CONFLICT (city, name) "
                + "DO UPDATE SET hash = excluded.hash WHERE definition.hash <> excluded.hash";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setString(2, register);
            statement.setString(3, hash);
            return statement.executeUpdate() > 0;
        }
    }

    private void empty(List<Definition> definitions) throws SQLException {
        for (Definition definition : definitions) {
            run("DELETE FROM " + definition.table() + " WHERE city = ?", city);
        }
        run("DELETE FROM sheet.cell WHERE city = ?", city);
        run("DELETE FROM sheet.work WHERE city = ?", city);
    }

    private void run(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }
}
