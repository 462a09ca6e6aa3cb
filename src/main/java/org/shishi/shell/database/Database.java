package org.shishi.shell.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shishi.shell.Trouble;
import org.shishi.shell.postgres.Access;
import org.shishi.shell.postgres.Postgres;

/** The database of this program: the embedded one of the data folder, or an outside PostgreSQL that was named. */
public final class Database implements AutoCloseable {
    private static final int OLDEST = 15;

    private final Access access;
    private final Runnable release;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Database(Access access, Runnable release) {
        this.access = access;
        this.release = release;
    }

    public static Database of(Path data, Settings.Db db) {
        return db.isNamed() ? outside(db) : embedded(data);
    }

    private static Database embedded(Path data) {
        Postgres postgres = Postgres.open(data);
        return new Database(postgres.access(), postgres::close);
    }

    private static Database outside(Settings.Db db) {
        Access access = new Access(db.url(), db.user(), db.password());
        try (Connection connection = access.connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new Trouble(
                        "PostgreSQL %d or newer is needed; the one at %s is %d.".formatted(OLDEST, db.url(), version));
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "The database of SHISHI_DB_URL (%s) does not answer: %s".formatted(access, e.getMessage()), e);
        }
        return new Database(access, () -> {});
    }

    /** As the owner of the tables: for migrations, backup and restore only. */
    public Access access() {
        return access;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            release.run();
        }
    }
}
