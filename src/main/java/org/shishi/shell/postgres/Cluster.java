package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.shishi.shell.Trouble;

/** One PostgreSQL cluster on disk: made, started, stopped. Its folder exists only when it is complete. */
final class Cluster {
    private static final Duration LEAVING = Duration.ofSeconds(30);
    private static final int RECOVERY_SECONDS = 600;
    private static final String SETTINGS = "shishi.conf";

    private final Path data;
    private final Path folder;
    private final Path programs;
    private final LowerUser user;

    Cluster(Path data, Path folder, Path programs, LowerUser user) {
        this.data = data;
        this.folder = folder;
        this.programs = programs;
        this.user = user;
    }

    Path folder() {
        return folder;
    }

    /** Checksums find a bad disk; the builtin C.UTF-8 locale is what lets text search see Chinese at all. */
    void init(String superuser, Path password) {
        create(folder);
        user.give(folder);
        user.give(password);
        run(List.of(
                program("initdb"),
                "--pgdata=" + folder,
                "--username=" + superuser,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        append(folder.resolve("postgresql.conf"), "include = '" + SETTINGS + "'\n");
    }

    /** Returns when it takes connections: after a crash that is when recovery is done. */
    void start(int port) {
        requireSameVersion();
        user.give(folder);
        sweep();
        settings();
        Path log = data.resolve("log");
        create(log);
        user.give(log);
        run(List.of(
                program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + RECOVERY_SECONDS,
                "--silent",
                "--pgdata=" + folder,
                "--log=" + log.resolve("postgres.log"),
                "--options=-p " + port));
    }

    private void requireSameVersion() {
        String made = read(folder.resolve("PG_VERSION")).strip();
        String here = programs.getFileName().toString().replaceAll("^pg-bin-(\\d+).*", "$1");
        if (!made.equals(here)) {
            throw new Trouble(
                    "The data folder %s was made by PostgreSQL %s; this build brings %s.".formatted(data, made, here)
                            + " Back it up with the build that made it, and restore here.");
        }
    }

    /** A pid file without a live postmaster is what a kill -9 leaves; it may go once its last worker has left. */
    private void sweep() {
        long until = System.nanoTime() + LEAVING.toNanos();
        while (!Postmaster.processesIn(folder).isEmpty()) {
            if (System.nanoTime() > until) {
                throw new Trouble("Processes of a crashed PostgreSQL do not end: " + Postmaster.processesIn(folder));
            }
            pause();
        }
        delete(Postmaster.file(folder));
    }

    private void settings() {
        Path file = folder.resolve(SETTINGS);
        try (InputStream ours = Objects.requireNonNull(Cluster.class.getResourceAsStream("/postgres/" + SETTINGS))) {
            Files.copy(ours, file, StandardCopyOption.REPLACE_EXISTING);
            append(file, Share.ofThisMachine().settings());
            user.give(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        if (Postmaster.find(folder).isPresent()) {
            run(List.of(
                    program("pg_ctl"),
                    "stop",
                    "--mode=fast",
                    "--wait",
                    "--timeout=" + RECOVERY_SECONDS,
                    "--silent",
                    "--pgdata=" + folder));
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) {
        Tool.run(user.prefix(), command);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
