package org.shishi.post;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where accounts are written to: e-mail addresses of work (工作邮箱), which their holders keep themselves. */
public final class Mailboxes {
    private static final Pattern MAIL =
            Pattern.compile("[!-~&&[^@<>\"(),:;\\\\\\[\\]]]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final String city;

    public Mailboxes(DataSource database, String city) {
        this.jdbc = JdbcClient.create(database);
        this.city = city;
    }

    /** Whether it is written like an e-mail address. */
    public static boolean isMail(String text) {
        return text.length() <= LONGEST && MAIL.matcher(text).matches();
    }

    public Optional<String> find(String account) {
        return jdbc.sql("SELECT mail FROM mailbox WHERE city = ? AND account = ?")
                .params(city, account)
                .query(String.class)
                .optional();
    }

    /** E-mail addresses by account. */
    Map<String, String> list() {
        Map<String, String> all = new HashMap<>();
        jdbc.sql("SELECT account, mail FROM mailbox WHERE city = ?")
                .params(city)
                .query((row, _) -> all.put(row.getString(1), row.getString(2)))
                .list();
        return all;
    }

    /**
     * Where it is written to from now on; empty for nowhere.
     *
     * @throws IllegalArgumentException when it is not an e-mail address
     */
    public void set(String account, String mail) {
        if (mail.isEmpty()) {
            jdbc.sql("DELETE FROM mailbox WHERE city = ? AND account = ?")
                    .params(city, account)
                    .update();
            return;
        }
        if (!isMail(mail)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        jdbc.sql("""
                        INSERT INTO mailbox (city, account, mail) VALUES (?, ?, ?)
                        ON CONFLICT (city, account) DO UPDATE SET mail = excluded.mail""").params(city, account, mail).update();
    }
}
