package org.shishi.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.files.Attachment;
import org.shishi.files.Uploads;
import org.shishi.procedure.Field;

/**
 * Reads which files an act names: a line each, the hash alone, the hash and a name, or all that {@link Attachment} writes.
 * Kind and size are what the store knows, whatever the line says.
 *
 * @param account who sent the files; empty where nobody in particular asks
 * @param now they are kept for a day from now
 */
record Filing(Uploads uploads, Optional<String> account, Instant now) {
    private static final Pattern SAID = Pattern.compile("([0-9a-f]{64})(?: +[a-z0-9]{2,8} \\d{1,12})?(?: +(.*))?");

    /** @param refusals takes what is wrong */
    List<Attachment> read(Field field, String value, List<Refusal> refusals) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        List<String> lines = value.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > field.atMost()) {
            refusals.add(new Refusal.TooManyFiles(field.name(), field.atMost(), lines.size()));
            return List.of();
        }
        for (String line : lines) {
            Optional<Attachment> file = find(line.strip());
            if (file.isEmpty()) {
                refusals.add(new Refusal.FileRefused(field.name(), "file-not-sent", shown(line)));
            } else if (!field.accept().contains(file.get().kind().sort())) {
                refusals.add(new Refusal.FileRefused(
                        field.name(), "file-of-other-sort", file.get().name()));
            } else {
                found.putIfAbsent(file.get().hash(), file.get());
            }
        }
        return new ArrayList<>(found.values());
    }

    private Optional<Attachment> find(String line) {
        Matcher said = SAID.matcher(line);
        if (!said.matches()) {
            return Optional.empty();
        }
        String name = Optional.ofNullable(said.group(2)).orElse("");
        return account.isPresent()
                ? uploads.find(said.group(1), name, account.get(), now)
                : uploads.find(said.group(1), name);
    }

    /** The name if there is one, for the reader to know which is meant. */
    private static String shown(String line) {
        Matcher said = SAID.matcher(line.strip());
        String name = said.matches() ? Optional.ofNullable(said.group(2)).orElse("") : line.strip();
        return name.isBlank()
                ? line.strip().substring(0, Math.min(12, line.strip().length()))
                : name;
    }
}
