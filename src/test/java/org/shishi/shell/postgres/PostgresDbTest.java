package org.shishi.shell.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database is killed in every way a machine kills, and what was committed is there each time. */
class PostgresDbTest {
    private static final Path BINARIES = Path.of("target", "postgres");

    @TempDir
    Path temp = Path.of("");

    private Path data = Path.of("");

    @BeforeEach
    void aFolder() {
        data = temp.resolve("data");
    }

    @Test
    void whatWasCommittedSurvivesEveryKill() throws Exception {
        try (Postgres postgres = open()) {
            execute(postgres, "CREATE TABLE paid(amount int)");
        }
        afterAKillOfTheProgram();
        afterAKillOfTheDatabaseUnderARunningProgram();
        afterAKillOfBoth();
        aPidFileThatNamesAnotherProgramIsNoHindrance();
    }

    private void afterAKillOfTheProgram() throws Exception {
        Process program = hold();
        insert(1);
        long orphan = running().pid();
        kill(program.toHandle());
        try (Postgres postgres = open()) {
            assertThat(running().pid())
                    .as("the database left behind is taken over")
                    .isEqualTo(orphan);
            assertThat(sum(postgres)).isEqualTo(1);
        }
        assertThat(Postmaster.find(pg()))
                .as("and stopped by the one who took it over")
                .isEmpty();
    }

    private void afterAKillOfTheDatabaseUnderARunningProgram() throws Exception {
        try (Postgres postgres = open()) {
            execute(postgres, "INSERT INTO paid VALUES (10)");
            long before = running().pid();
            kill(ProcessHandle.of(before).orElseThrow());
            await(() -> Postmaster.find(pg()).filter(now -> now.pid() != before).isPresent());
            await(() -> answers(postgres));
            assertThat(sum(postgres)).isEqualTo(11);
        }
    }

    private void afterAKillOfBoth() throws Exception {
        Process program = hold();
        insert(100);
        ProcessHandle database = ProcessHandle.of(running().pid()).orElseThrow();
        kill(program.toHandle());
        kill(database);
        try (Postgres postgres = open()) {
            assertThat(sum(postgres)).isEqualTo(111);
        }
    }

    private void aPidFileThatNamesAnotherProgramIsNoHindrance() throws Exception {
        Files.write(
                Postmaster.file(pg()),
                List.of(Long.toString(ProcessHandle.current().pid()), pg().toString(), "1", "5432", "", "127.0.0.1"));
        try (Postgres postgres = open()) {
            assertThat(sum(postgres)).isEqualTo(111);
        }
    }

    @Test
    void aCommandBesideARunningServerLeavesTheDatabaseRunning() throws Exception {
        Process server = hold();
        long pid = running().pid();
        open().close();
        assertThat(running().pid()).isEqualTo(pid);
        server.getOutputStream().close();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.find(pg())).as("the last one stops it").isEmpty();
    }

    @Test
    void theDatabaseIsDurableLocalAndReadsChinese() throws Exception {
        try (Postgres postgres = open()) {
            assertThat(text(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(text(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(postgres, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(text(postgres, "SELECT '路灯' ~ '^\\w+$'")).isEqualTo("t");
            assertThat(text(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
        Path password = data.resolve("postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    private Postgres open() {
        return Postgres.open(data, BINARIES);
    }

    private Path pg() {
        return data.resolve("pg");
    }

    private Postmaster running() {
        return Postmaster.find(pg()).orElseThrow();
    }

    private Process hold() throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        data.toString(),
                        BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = program.inputReader();
        assertThat(out.readLine()).startsWith("jdbc:postgresql://127.0.0.1:");
        return program;
    }

    private void insert(int amount) throws SQLException {
        Access access = new Foundation(data, BINARIES, LowerUser.find())
                .access(running().port());
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO paid VALUES (" + amount + ")");
        }
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        await(() -> !process.isAlive() || isZombie(process));
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                    .contains(") Z ");
        } catch (IOException gone) {
            return true;
        }
    }

    private interface Question {
        boolean ask() throws Exception;
    }

    private static void await(Question question) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!question.ask()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static boolean answers(Postgres postgres) {
        try (Connection connection = postgres.access().connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.access().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long sum(Postgres postgres) throws SQLException {
        return Long.parseLong(text(postgres, "SELECT sum(amount) FROM paid"));
    }

    private static String text(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.access().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
