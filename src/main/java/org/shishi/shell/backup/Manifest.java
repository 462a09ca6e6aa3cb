package org.shishi.shell.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shishi.shell.Trouble;

/**
 * The last piece of a backup: what is in it, line by line, tab between.
 *
 * @param migration the version of the tables, from which newer migrations go on
 * @param pieces    every file of the archive in order
 * @param sequences the last value each sequence gave
 */
record Manifest(String madeAt, String migration, List<Piece> pieces, SequencedMap<String, Long> sequences) {
    static final String NAME = "manifest.tsv";
    private static final String FORMAT = "shishi-backup\t1";

    /**
     * One file of the archive.
     *
     * @param rows   of a table; 0 for a file
     * @param sha256 of its content, hexadecimal
     */
    record Piece(String name, long rows, String sha256) {}

    String text() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, "made\t" + madeAt, "migration\t" + migration));
        sequences.forEach((name, value) -> lines.add("sequence\t" + name + "\t" + value));
        pieces.forEach(each -> lines.add("piece\t" + each.name() + "\t" + each.rows() + "\t" + each.sha256()));
        return String.join("\n", lines) + "\n";
    }

    static Manifest read(String text) {
        List<String[]> lines = text.lines().map(line -> line.split("\t", -1)).toList();
        if (!text.startsWith(FORMAT + "\n")) {
            throw new Trouble("This is not a backup this program can read.");
        }
        SequencedMap<String, Long> sequences = new LinkedHashMap<>();
        List<Piece> pieces = new ArrayList<>();
        for (String[] line : lines) {
            switch (line[0]) {
                case "sequence" -> sequences.put(line[1], Long.valueOf(line[2]));
                case "piece" -> pieces.add(new Piece(line[1], Long.parseLong(line[2]), line[3]));
                default -> {}
            }
        }
        return new Manifest(lines.get(1)[1], lines.get(2)[1], pieces, sequences);
    }
}
