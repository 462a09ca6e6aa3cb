package org.shishi.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.shishi.shell.database.Database;
import org.shishi.shell.database.Migrations;
import org.shishi.shell.database.Settings;
import picocli.CommandLine.Option;

/** Whose ledger, in which folder: the options every command has. */
final class Premises {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder that holds database, keys and logs (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--city", paramLabel = "CODE", description = "Division code of the city (default: 370982).")
    private String city = "370982";

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    String city() {
        return city;
    }

    Premises in(Path folder) {
        Premises other = new Premises();
        other.data = folder;
        other.city = city;
        return other;
    }

    /** For commands that read what is there: a mistyped folder must not become a new, empty office. */
    void requireData() {
        if (!outside().isNamed() && !Files.isDirectory(data().resolve("pg"))) {
            throw new Trouble("There is no office in " + data() + ". Name its folder with --data.");
        }
    }

    /** For commands that work without the rest of the program. */
    Database database() {
        Database database = bareDatabase();
        Migrations.bringUpToDate(database.access());
        return database;
    }

    /** With whatever tables are there. Ctrl-C closes it too. */
    Database bareDatabase() {
        Database database = Database.of(data(), outside());
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "database-close"));
        return database;
    }

    /** The outside database the environment names, if any. */
    private static Settings.Db outside() {
        return new Settings.Db(
                environment("SHISHI_DB_URL"), environment("SHISHI_DB_USER"), environment("SHISHI_DB_PASSWORD"));
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
