package org.shishi.shell.database;

import java.nio.file.Path;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Seals;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the program is told at start.
 *
 * @param city the code of the city whose ledger is kept, for example 370982
 * @param data the folder that holds everything that must survive: database, keys, logs
 * @param db   an outside database, from SHISHI_DB_URL, SHISHI_DB_USER and SHISHI_DB_PASSWORD
 * @param cipher of personal data in a new office; one that has keys keeps to theirs
 * @param digest of the ledger; it is chosen when a ledger is opened, and for good
 */
@ConfigurationProperties("shishi")
public record Settings(
        @DefaultValue("370982") String city,
        @DefaultValue("data") Path data,
        @DefaultValue Db db,
        @DefaultValue(Seals.AES) String cipher,
        @DefaultValue("SHA256") Digest digest) {

    /** Empty texts where none was named. */
    public record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {
        public boolean isNamed() {
            return !url.isBlank();
        }
    }
}
