package org.shishi.shell.database;

import org.flywaydb.core.Flyway;
import org.shishi.shell.postgres.Access;

/** Brings the tables up to date, as their owner: the role the program acts as may not change them. */
public final class Migrations {
    private Migrations() {}

    public static void bringUpToDate(Access access) {
        bringTo(access, "latest");
    }

    /** Stops at a version: a backup is restored into tables as they were when it was made. */
    public static void bringTo(Access access, String version) {
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
