package org.shishi.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.shell.Trouble;

class DatabaseDbTest {
    private static final Path NO_FOLDER = Path.of("not", "used");

    @Test
    void anOutsideDatabaseIsUsedAndLeftRunning() throws Exception {
        PGSimpleDataSource outside = TestDatabase.fresh();
        try (Database database = Database.of(NO_FOLDER, db(outside.getUrl()));
                Connection connection = database.access().connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        try (Connection connection = outside.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void anOutsideDatabaseThatDoesNotAnswerIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> Database.of(NO_FOLDER, db("jdbc:postgresql://127.0.0.1:1/nothing")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("SHISHI_DB_URL")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageNotContaining(String.valueOf(TestDatabase.fresh().getPassword()));
    }

    private static Settings.Db db(String url) {
        PGSimpleDataSource known = TestDatabase.fresh();
        return new Settings.Db(url, String.valueOf(known.getUser()), String.valueOf(known.getPassword()));
    }
}
