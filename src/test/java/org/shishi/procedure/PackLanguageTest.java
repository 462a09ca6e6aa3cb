package org.shishi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual of the pack language says what the reader accepts, no more and no less. */
class PackLanguageTest {
    private static final Map<String, Set<String>> ACCEPTED = Map.ofEntries(
            Map.entry("PACK", Keywords.PACK),
            Map.entry("VAGUE", Keywords.VAGUE),
            Map.entry("DUTY", Keywords.DUTY),
            Map.entry("PUBLIC", Keywords.PUBLIC),
            Map.entry("FOLLOWED", Keywords.FOLLOWED),
            Map.entry("SAY", Keywords.SAY),
            Map.entry("REGISTER", Keywords.REGISTER),
            Map.entry("COLUMN", Keywords.COLUMN),
            Map.entry("FIGURE", Keywords.FIGURE),
            Map.entry("SHARE", Keywords.SHARE),
            Map.entry("HOLDS", Keywords.HOLDS),
            Map.entry("WAITING", Keywords.WAITING),
            Map.entry("LOST", Keywords.LOST),
            Map.entry("PROCEDURE", Keywords.PROCEDURE),
            Map.entry("FIELD", Keywords.FIELD),
            Map.entry("PRESET", Keywords.PRESET),
            Map.entry("KIND", Set.copyOf(Field.Kind.keywords())),
            Map.entry("ACT", Keywords.ACT),
            Map.entry("OPENS", Keywords.OPENS),
            Map.entry("ECHOES", Keywords.ECHOES),
            Map.entry("EXTENDED", Keywords.EXTENDED),
            Map.entry("DEADLINE", Keywords.DEADLINE),
            Map.entry("WITHIN", Keywords.WITHIN),
            Map.entry("NOTICE", Keywords.NOTICE),
            Map.entry("WAY", Set.copyOf(Notice.Way.keywords())),
            Map.entry("DOES", Set.copyOf(Act.Does.keywords())));

    @Test
    void theManualListsEveryKeyword() throws IOException {
        String manual = Files.readString(Path.of("docs/pack-language.md"));
        for (var each : ACCEPTED.entrySet()) {
            assertEquals(new TreeSet<>(each.getValue()), listed(manual, each.getKey()), each.getKey());
        }
    }

    private static Set<String> listed(String manual, String mark) {
        Set<String> words = new TreeSet<>();
        Matcher block = Pattern.compile("<!-- " + mark + " -->(.*?)<!-- /" + mark + " -->", Pattern.DOTALL)
                .matcher(manual);
        while (block.find()) {
            Matcher word = Pattern.compile("`([a-z-]+)`").matcher(block.group(1));
            while (word.find()) {
                words.add(word.group(1));
            }
        }
        return words;
    }
}
