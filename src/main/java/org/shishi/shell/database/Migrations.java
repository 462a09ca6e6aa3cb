package org.shishi.shell.database;

import org.flywaydb.core.Flyway;
import org.shishi.shell.postgres.Access;

/** Brings the tables up to date, as their owner: the role the program acts as may not change them. */
public final class Migrations {
    /** A step with a lower number may come later: steps were written beside each other, and none leans on another's. */
    private static final boolean OUT_OF_ORDER = true;

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
                .outOfOrder(OUT_OF_ORDER)
                .load()
                .migrate();
    }
}
