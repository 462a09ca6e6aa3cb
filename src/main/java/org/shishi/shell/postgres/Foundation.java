package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.shishi.shell.Folder;

/** Makes the cluster of a data folder the first time: the database {@code shishi} and its owner, who is no superuser. */
record Foundation(Path data, Path programs, LowerUser user) {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "shishi";

    Cluster cluster() {
        Path folder = data.resolve("pg");
        if (!Files.isDirectory(folder)) {
            make(folder);
        }
        return at(folder);
    }

    private Cluster at(Path folder) {
        return new Cluster(data, folder, programs, user);
    }

    /** In a folder beside it and renamed at the end: what exists as {@code pg} is complete. */
    private void make(Path folder) {
        Path beside = data.resolve("pg.new");
        at(beside).stop();
        Folder.clear(beside);
        Cluster cluster = at(beside);
        cluster.init(SUPERUSER, passwordFile());
        int port = Port.keptIn(data);
        cluster.start(port);
        try {
            furnish(Access.of(port, SUPERUSER, SUPERUSER, Secrets.password(data)));
        } finally {
            cluster.stop();
        }
        move(beside, folder);
    }

    private Path passwordFile() {
        Secrets.password(data);
        return data.resolve("postgres.password");
    }

    /** CREATEROLE because the migrations make the role the program acts as. */
    private void furnish(Access access) {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            for (String line : List.of(
                    "CREATE ROLE " + OWNER + " LOGIN CREATEROLE CREATEDB PASSWORD '" + access.password() + "'",
                    "CREATE DATABASE " + OWNER + " OWNER " + OWNER)) {
                statement.execute(line);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The new database could not be prepared", e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Access access(int port) {
        return Access.of(port, OWNER, OWNER, Secrets.password(data));
    }
}
