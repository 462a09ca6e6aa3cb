package org.shishi.shell;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whose ledger, in which folder: the options every command has. */
final class Office {
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
}
