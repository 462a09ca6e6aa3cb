package org.shishi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL for all tests of this JVM, started at first use and stopped at exit; durable it is not (fsync off).
 * Every call of {@link #fresh} gives an empty database with all migrations applied.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path data;
    private final Process postgres;
    private final int port;
    private final String password = UUID.randomUUID().toString();

    private TestDatabase() throws IOException, InterruptedException, SQLException {
        Path programs = PostgresPrograms.folder();
        data = Files.createTempDirectory(Path.of("target"), "pg-data-").toAbsolutePath();
        port = freePort();
        initialise(programs);
        postgres = start(programs);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        makeTemplate();
    }

    /** A new database with all migrations applied; the connection's user owns the tables but is no superuser. */
    public static PGSimpleDataSource fresh() {
        return create("TEMPLATE shishi_template");
    }

    /** A new database as it stood after an earlier migration. */
    public static PGSimpleDataSource after(String migration) {
        PGSimpleDataSource source = create("");
        Flyway.configure().dataSource(source).target(migration).load().migrate();
        return source;
    }

    private static PGSimpleDataSource create(String from) {
        TestDatabase server = Holder.SERVER;
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection c = server.connect()) {
            c.createStatement().execute("CREATE DATABASE " + name + " OWNER shishi " + from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.source(name);
    }

    /** The same database, entered under the role the program works with. */
    public static PGSimpleDataSource asDesk(PGSimpleDataSource database) {
        PGSimpleDataSource source = Holder.SERVER.source(String.valueOf(database.getDatabaseName()));
        source.setOptions("-c role=shishi_desk");
        return source;
    }

    private static final class Holder {
        static final TestDatabase SERVER = open();

        private static TestDatabase open() {
            try {
                return new TestDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void initialise(Path programs) throws IOException, InterruptedException {
        Path secret = Files.writeString(data.resolveSibling(data.getFileName() + ".pw"), password);
        Process initdb = run(
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "-N",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--builtin-locale=C.UTF-8");
        int code = initdb.waitFor();
        Files.delete(secret);
        if (code != 0) {
            throw new IOException("initdb failed: " + Files.readString(log()));
        }
    }

    private Process start(Path programs) throws IOException {
        return run(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=" + System.getProperty("shishi.test.fsync", "off"),
                "-c",
                "max_connections=200");
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace of its own. */
    private Process run(String... command) throws IOException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void makeTemplate() throws SQLException, InterruptedException {
        try (Connection c = firstConnection()) {
            c.createStatement().execute("CREATE ROLE shishi LOGIN CREATEROLE PASSWORD '" + password + "'");
            c.createStatement().execute("CREATE DATABASE shishi_template OWNER shishi");
        }
        Flyway.configure().dataSource(source("shishi_template")).load().migrate();
    }

    private Connection firstConnection() throws SQLException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return connect();
            } catch (SQLException e) {
                if (tries == 300 || !postgres.isAlive()) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    private PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("shishi");
        source.setPassword(password);
        return source;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown. */
    private void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid()))
                    .start()
                    .waitFor();
            if (!postgres.waitFor(10, TimeUnit.SECONDS)) {
                postgres.destroyForcibly();
            }
            PostgresPrograms.delete(data);
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
