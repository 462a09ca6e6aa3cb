package org.shishi.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.shishi.matter.Broken;

/** Several readings of one and the same moment: a page, its count and "as at entry N" belong together. */
final class Snapshot {
    private Snapshot() {}

    /** Something to be read with a connection. */
    interface Reading<T> {
        T from(Connection c) throws SQLException;
    }

    static <T> T read(DataSource database, Reading<T> reading) {
        try (Connection c = database.getConnection()) {
            c.setAutoCommit(false);
            try (Statement statement = c.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                return reading.from(c);
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Broken("cannot read the sheets", e);
        }
    }
}
