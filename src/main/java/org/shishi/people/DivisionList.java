package org.shishi.people;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list of divisions that was taken in, against those already known.
 *
 * @param changed renamed or moved
 * @param same how many rows said nothing new
 * @param bad rows left out, and why
 */
public record DivisionList(List<Division> added, List<Division> changed, int same, List<BadRow> bad) {
    public DivisionList {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        bad = List.copyOf(bad);
    }

    static DivisionList read(byte[] csv, String city, Roster known) {
        return new DivisionReading(CsvRows.of(csv), city, known).read();
    }

    List<Division> toWrite() {
        return Stream.concat(added.stream(), changed.stream()).toList();
    }
}
