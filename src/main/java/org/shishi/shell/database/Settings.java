package org.shishi.shell.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the program is told at start.
 *
 * @param city the code of the city whose ledger is kept, for example 370982
 * @param data the folder that holds everything that must survive: database, keys, logs
 * @param db   an outside database, from SHISHI_DB_URL, SHISHI_DB_USER and SHISHI_DB_PASSWORD
 */
@ConfigurationProperties("shishi")
public record Settings(
        @DefaultValue("370982") String city,
        @DefaultValue("data") Path data,
        @DefaultValue Db db) {

    /** Empty texts where none was named. */
    public record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {
        public boolean outside() {
            return !url.isBlank();
        }
    }
}
