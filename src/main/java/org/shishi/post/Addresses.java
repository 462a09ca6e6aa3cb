package org.shishi.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.Broken;
import org.shishi.matter.Contact;
import org.shishi.matter.Contacts;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.procedure.Notice;

/** Where a letter goes, in clear: opened at the moment it leaves and kept nowhere. */
record Addresses(Setting setting, Matters matters, Mailboxes mailboxes) {

    /** Empty where nothing is known any more, and where the way itself is the address. */
    Optional<String> find(Letter letter) {
        Optional<String> account = letter.account();
        if (account.isPresent()) {
            return letter.way() == Notice.Way.MAIL ? mailboxes.find(account.get()) : Optional.empty();
        }
        try (Connection c = setting.database().getConnection()) {
            Contact contact = Contacts.of(matters, c, List.of(letter.matter()))
                    .get(letter.matter(), letter.key().addressee());
            return switch (letter.way()) {
                case SMS, WECHAT -> contact.phone();
                case MAIL -> contact.mail();
                case WEBHOOK -> Optional.empty();
            };
        } catch (SQLException e) {
            throw new Broken("an address cannot be opened", e);
        }
    }
}
