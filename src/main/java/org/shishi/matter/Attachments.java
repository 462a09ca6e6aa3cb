package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.files.Attachment;
import org.shishi.files.FileStore;
import org.shishi.matter.store.FiledTable;
import org.shishi.procedure.Facts;

/** The files that all entries of a city name, as the entries themselves say it, and personal ones not yet erased. */
public final class Attachments {
    private final Map<String, String> numbers = new LinkedHashMap<>();

    private Attachments() {}

    /** A file that is gone, or holds other bytes than those an entry names. */
    public record Fault(String number, String hash, boolean gone) {}

    /** @param fields that name files, in any procedure */
    public static Attachments of(Connection c, String city, Set<String> fields) throws SQLException {
        Attachments all = new Attachments();
        FiledTable.bodies(c, city, (number, body) -> all.add(number, FactsText.read(body), fields));
        FiledTable.personal(c, city, (number, digest) -> all.numbers.putIfAbsent(digest, number));
        return all;
    }

    private void add(String number, Facts facts, Set<String> fields) {
        facts.only(fields::contains)
                .values()
                .values()
                .forEach(fact -> Attachment.list(fact).forEach(file -> numbers.putIfAbsent(file.hash(), number)));
    }

    public int size() {
        return numbers.size();
    }

    /** The first file that is not as it was. */
    public Optional<Fault> findFault(FileStore store) {
        return numbers.entrySet().stream()
                .filter(file -> !store.isWhole(file.getKey()))
                .findFirst()
                .map(file -> new Fault(
                        file.getValue(),
                        file.getKey(),
                        store.find(file.getKey()).isEmpty()));
    }
}
