package org.shishi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shishi.procedure.Pack;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Words;

/** One thing, one word: what packs and code call a thing stands in docs/dictionary.md, and pages call it so. */
class DictionaryTest {
    private static final Packs PACKS = Packs.read(PackFiles.inside());
    private static final Map<String, Map<String, Set<String>>> DICTIONARY = read();

    /** Chinese words of a name, by section (the English word of its heading in small letters). */
    private static Map<String, Map<String, Set<String>>> read() {
        Map<String, Map<String, Set<String>>> sections = new LinkedHashMap<>();
        Map<String, Set<String>> section = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(3).split(" ·")[0].toLowerCase(Locale.ROOT), section);
            } else if (line.startsWith("| `")) {
                String[] cells = line.substring(2).split(" \\| ");
                assertEquals(4, cells.length, line);
                Set<String> twice = section.put(cells[0].replace("`", ""), Set.of(cells[1].split(" / ")));
                assertTrue(twice == null, () -> "stands twice: " + line);
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("docs/dictionary.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Pack appeals() {
        return PACKS.find("appeals").orElseThrow();
    }

    private static String word(String key) {
        return PACKS.words().find(Locale.SIMPLIFIED_CHINESE, key).orElse("(no word " + key + ")");
    }

    private static void holds(String section, Map<String, Set<String>> said) {
        Map<String, Set<String>> known = DICTIONARY.getOrDefault(section, Map.of());
        assertEquals(
                Set.of(),
                difference(said.keySet(), known.keySet()),
                "missing from docs/dictionary.md, section " + section);
        said.forEach((name, words) -> assertTrue(
                known.getOrDefault(name, Set.of()).containsAll(words),
                () -> "pages call " + name + " " + words + ", docs/dictionary.md " + known.get(name)));
        assertEquals(
                Set.of(),
                difference(known.keySet(), said.keySet()),
                "in docs/dictionary.md, section " + section + ", but nowhere used");
    }

    private static Set<String> difference(Set<String> all, Set<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    private interface Names {
        Set<String> of(Procedure procedure);
    }

    /** What pages say for the names of one kind, over all procedures of the pack. */
    private static Map<String, Set<String>> said(String kind, Names names) {
        Map<String, Set<String>> said = new HashMap<>();
        for (Procedure procedure : appeals().procedures().values()) {
            for (String name : names.of(procedure)) {
                said.computeIfAbsent(name, _ -> new HashSet<>()).add(word(kind + "." + procedure.name() + "." + name));
            }
        }
        return said;
    }

    @Test
    void everyDutyIsInIt() {
        Map<String, Set<String>> said = new HashMap<>();
        appeals().duties().keySet().forEach(duty -> said.put(duty, Set.of(word("duty." + duty))));
        said.put("clock", Set.of(word("duty.clock")));
        holds("duties", said);
    }

    @Test
    void everyStageIsInIt() {
        holds("stages", said("stage", procedure -> Set.copyOf(procedure.stages())));
    }

    @Test
    void everyActIsInIt() {
        holds("acts", said("act", procedure -> procedure.acts().keySet()));
    }

    @Test
    void everyFieldIsInIt() {
        holds("fields", said("field", procedure -> procedure.fields().keySet()));
    }

    @Test
    void everyDeadlineIsInIt() {
        Map<String, Set<String>> said = new HashMap<>();
        appeals()
                .procedures()
                .values()
                .forEach(procedure -> procedure
                        .deadlines()
                        .keySet()
                        .forEach(name -> said.put(name, Set.of(word("deadline." + name)))));
        holds("deadlines", said);
    }

    /** A type is named by a word of the dictionary, alone or with another behind it ({@code Pack}, {@code PackFiles}). */
    @Test
    void everyPublicTypeOfTheTwoRoomsIsNamedByAWord() {
        Set<String> known =
                DICTIONARY.getOrDefault("the six words and their kin", Map.of()).keySet();
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.shishi.matter", "org.shishi.procedure")) {
            if (type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && type.getPackageName().matches("org\\.shishi\\.(matter|procedure)")
                    && !isNamed(type.getSimpleName(), known)) {
                missing.add(type.getSimpleName());
            }
        }
        assertEquals(Set.of(), missing, "missing from docs/dictionary.md, the six words and their kin");
    }

    private static boolean isNamed(String type, Set<String> known) {
        String first = type.split("(?<=[a-z])(?=[A-Z])")[0];
        return known.contains(type) || known.contains(first) || known.contains(singular(first));
    }

    private static String singular(String word) {
        return word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        Words words = PACKS.words();
        assertEquals(new TreeSet<>(words.keys(Locale.ENGLISH)), new TreeSet<>(words.keys(Locale.SIMPLIFIED_CHINESE)));
    }
}
