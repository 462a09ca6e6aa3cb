package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.shishi.ledger.Line;

/** Something downstream of the ledger that takes in every line once, in order, and can be rebuilt from the first. */
public interface Follower {
    /** Its name on its bookmark; never changed. */
    String name();

    /** Takes the lines in, on the connection that will also move the bookmark; does not commit. */
    void follow(Connection c, List<Line> lines) throws SQLException;
}
