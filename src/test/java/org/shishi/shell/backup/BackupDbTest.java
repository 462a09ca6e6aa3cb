package org.shishi.shell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.files.FileStore;
import org.shishi.shell.Progress;
import org.shishi.shell.Trouble;
import org.shishi.shell.postgres.Access;

class BackupDbTest {
    @TempDir
    Path temp = Path.of("");

    private Path file = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void anOfficeWithAKey() throws IOException {
        file = temp.resolve("office.backup");
        data = Files.createDirectories(temp.resolve("data"));
        Files.writeString(data.resolve("seal.key"), "the key");
        Files.writeString(data.resolve("postgres.password"), "not to be copied");
    }

    @Test
    void whatIsBackedUpIsThereAfterARestoreElsewhere() throws Exception {
        PGSimpleDataSource office = withALedger();
        back(office);
        PGSimpleDataSource elsewhere = TestDatabase.fresh();
        Path folder = Files.createDirectories(temp.resolve("elsewhere"));
        restore(elsewhere, folder);
        assertThat(contents(elsewhere)).isEqualTo(contents(office));
        assertThat(contents(elsewhere).get("public.ledger")).hasSize(1);
        assertThat(folder.resolve("seal.key")).hasContent("the key");
        assertThat(folder.resolve("postgres.password")).doesNotExist();
    }

    @Test
    void theTablesOfTheSheetsAreLeftOut() throws Exception {
        PGSimpleDataSource office = withALedger();
        try (Connection connection = office.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sheet.register_anything (matter bigint)");
        }
        back(office);
        PGSimpleDataSource elsewhere = TestDatabase.fresh();
        restore(elsewhere, Files.createDirectories(temp.resolve("elsewhere")));
        assertThat(contents(elsewhere)).isEqualTo(contents(office));
    }

    @Test
    void whatStandsBehindEntriesComesAlongAndSmallPicturesDoNot() throws Exception {
        String hash = FileStore.in(data).keep("a photograph".getBytes(StandardCharsets.UTF_8), Instant.now());
        Files.writeString(data.resolve("files").resolve("half.new"), "half");
        Files.writeString(Files.createDirectories(data.resolve("thumbs/ab")).resolve("c.jpg"), "small");
        back(withALedger());
        Path folder = Files.createDirectories(temp.resolve("elsewhere"));
        restore(TestDatabase.fresh(), folder);
        assertThat(FileStore.in(folder).isWhole(hash)).isTrue();
        assertThat(folder.resolve("thumbs")).doesNotExist();
        assertThat(folder.resolve("files/half.new")).doesNotExist();
    }

    @Test
    void aDatabaseThatHoldsSomethingIsNotOverwritten() throws Exception {
        PGSimpleDataSource office = withALedger();
        back(office);
        assertThatThrownBy(() -> restore(office, Files.createDirectories(temp.resolve("elsewhere"))))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("already holds something");
    }

    @Test
    void aChangedByteIsFoundBeforeAnythingIsRestored() throws Exception {
        back(withALedger());
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("public.ledger") + 16;
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> RestoredFile.checked(file)).isInstanceOfAny(Trouble.class, IOException.class);
    }

    private static PGSimpleDataSource withALedger() throws SQLException {
        PGSimpleDataSource office = TestDatabase.fresh();
        try (Connection connection = office.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ledger(city, size, frontier, digest, recorded_at)"
                    + " VALUES ('370982', 2, '\\x0102', 'SHA256', now())");
            statement.execute("INSERT INTO secret(city, position, salt, bytes)"
                    + " SELECT '370982', n, '\\x00', convert_to(E'路灯\\t不亮\\n' || n, 'UTF8')"
                    + " FROM generate_series(1, 5000) n");
        }
        return office;
    }

    private void back(PGSimpleDataSource office) throws IOException, SQLException {
        try (Progress progress = Progress.of("rows")) {
            BackupFile.write(file, access(office), data, progress);
        }
    }

    private void restore(PGSimpleDataSource into, Path folder) throws IOException, SQLException {
        try (RestoredFile restored = RestoredFile.checked(file);
                Progress progress = Progress.of("rows", restored.rows())) {
            restored.into(access(into), folder, progress);
        }
    }

    private static Access access(PGSimpleDataSource source) {
        return new Access(source.getUrl(), String.valueOf(source.getUser()), String.valueOf(source.getPassword()));
    }

    private static Map<String, List<String>> contents(PGSimpleDataSource source) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : Tables.list(connection)) {
                List<String> lines = contents.computeIfAbsent(table, name -> new ArrayList<>());
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return contents;
    }
}
