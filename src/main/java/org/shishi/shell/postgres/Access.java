package org.shishi.shell.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and how to sign in to it, as the owner of the tables. */
public record Access(String url, String user, String password) {
    static Access of(int port, String database, String user, String password) {
        return new Access(
                "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=shishi".formatted(port, database), user, password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: this line may reach a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
