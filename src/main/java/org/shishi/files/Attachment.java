package org.shishi.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file as an entry names it. A fact holds one line for each: {@code 9f86…0a08 jpeg 204800 井盖.jpg}. So the hash of the bytes
 * stands in the facts, and with them in the hash of the entry.
 *
 * @param hash SHA-256 of the bytes we keep, 64 hexadecimal digits
 * @param size in bytes
 * @param name as its sender called it
 */
public record Attachment(String hash, Kind kind, long size, String name) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([a-z0-9]{2,8}) (\\d{1,12}) (\\S.*)");

    /** As a fact holds it. */
    public String line() {
        return hash + " " + kind.keyword() + " " + size + " " + name;
    }

    public static String fact(List<Attachment> files) {
        return files.stream().map(Attachment::line).collect(Collectors.joining("\n"));
    }

    /** The files a fact names; what is no such line names none. */
    public static List<Attachment> list(String fact) {
        return fact.lines().flatMap(line -> find(line).stream()).toList();
    }

    static Optional<Attachment> find(String line) {
        Matcher said = LINE.matcher(line);
        return said.matches()
                ? Kind.find(said.group(2))
                        .map(kind -> new Attachment(said.group(1), kind, Long.parseLong(said.group(3)), said.group(4)))
                : Optional.empty();
    }
}
