package org.shishi.shell.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a data folder a backup takes along: the keys above all. Not the database itself, its
 * password, logs, or what is made again from the ledger. */
final class KeptFiles {
    private static final Predicate<String> LEFT_OUT = Pattern.compile(
                    "(pg|advice|pg\\.new|pg-bin-.*|log|postgres\\..*|.*\\.lock)(/.*)?")
            .asMatchPredicate();

    /** Small pictures are made anew; what was not sent to its end is nothing. */
    private static final Predicate<String> MADE_AGAIN =
            Pattern.compile("thumbs/.*|files/.*\\.new").asMatchPredicate();

    private KeptFiles() {}

    /** Their names below the folder, with forward slashes. */
    static List<String> list(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(LEFT_OUT.negate())
                    .filter(MADE_AGAIN.negate())
                    .sorted()
                    .toList();
        }
    }
}
