package org.shishi.shell.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens the database of a folder, says so, and holds it until its input ends. It is there to be killed. */
public final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        try (Postgres postgres = Postgres.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
            System.out.println(postgres.access().url());
            while (System.in.read() >= 0) {
                // until the one who started us lets go
            }
        }
    }
}
