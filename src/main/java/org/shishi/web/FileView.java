package org.shishi.web;

import java.util.List;
import java.util.Locale;
import org.shishi.files.Attachment;

/**
 * A file of a matter as its page links to it.
 *
 * @param sort photo, recording or document
 * @param size in words
 */
public record FileView(String href, String sort, String name, String size) {
    private static final int KILO = 1024;

    /** The files a value names; none when it is anything else than lines that name files. */
    public static List<FileView> list(String number, String value) {
        List<Attachment> files = Attachment.list(value);
        return files.size() == value.lines().count()
                ? files.stream().map(file -> of(number, file)).toList()
                : List.of();
    }

    private static FileView of(String number, Attachment file) {
        return new FileView(
                "/matters/" + number + "/files/" + file.hash(),
                file.kind().sort().keyword(),
                file.name(),
                size(file.size()));
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KILO / KILO);
    }

    public String thumb() {
        return href + "/thumb";
    }
}
