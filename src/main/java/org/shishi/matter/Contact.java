package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How a person in a matter can be reached, in clear. Opened for the moment of telling and by the post alone: it is kept
 * nowhere, and the entry about the notice stands for it in the ledger.
 */
public record Contact(Optional<String> phone, Optional<String> mail) {

    /**
     * The person in a field of a matter, as said last; nothing when they left nothing or it was erased.
     *
     * @param c a connection of the caller, so that a follower asks within its own transaction
     */
    public static Contact of(Matters matters, Connection c, long matter, String field) throws SQLException {
        var said = matters.secrets(c, matter);
        return new Contact(said.find(field + ".phone"), said.find(field + ".mail"));
    }

    /** What is shown of it need not be more. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
