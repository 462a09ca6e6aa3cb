package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.shishi.procedure.Facts;

/** How the people in some matters can be reached: opened together, for the moment of telling, and kept nowhere. */
public final class Contacts {
    private final Map<Long, Facts> said;

    private Contacts(Map<Long, Facts> said) {
        this.said = said;
    }

    /** @param c a connection of the caller, so that a follower asks within its own transaction */
    public static Contacts of(Matters matters, Connection c, Collection<Long> of) throws SQLException {
        return new Contacts(matters.secrets(c, of));
    }

    /** The person in a field of a matter, as said last; nothing when they left nothing or it was erased. */
    public Contact get(long matter, String field) {
        return Contact.of(said.getOrDefault(matter, Facts.NONE), field);
    }
}
