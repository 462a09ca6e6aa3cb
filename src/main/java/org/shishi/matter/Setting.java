package org.shishi.matter;

import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.shishi.calendar.WorkingDays;
import org.shishi.files.Uploads;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Seals;
import org.shishi.people.Roster;
import org.shishi.procedure.Packs;

/**
 * What the desk of a city is set up with.
 *
 * @param city code of the division, the first key of every table
 * @param roster its units and divisions as they stand now
 * @param seals keys for personal facts
 * @param digest hash function the ledger is opened with; one already open must have the same
 * @param uploads files that were sent and may be named in acts
 * @param clock the watch on the wall; stands still in tests
 */
public record Setting(
        String city,
        DataSource database,
        Packs packs,
        Supplier<Roster> roster,
        WorkingDays days,
        Seals seals,
        Digest digest,
        Uploads uploads,
        InstantSource clock) {}
