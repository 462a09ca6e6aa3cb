package org.shishi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Yaml;

/** Every story of every pack, played through the one door on a real database and a clock that stands still. */
class StoriesTest {
    private static final PackFiles FILES = PackFiles.inside();

    private static List<String> stories() {
        return FILES.list().stream()
                .flatMap(pack -> FILES.stories(pack).stream())
                .sorted()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyStoryGoesAsItIsTold() {
        return stories().stream().map(file -> {
            Yaml story = Yaml.of("packs/" + file, FILES.get(file));
            return DynamicTest.dynamicTest(file + " · " + story.get("story").text(), () -> {
                try (StoryTeller teller = new StoryTeller(story)) {
                    teller.tell();
                }
            });
        });
    }

    @Test
    void thereAreStories() {
        assertTrue(stories().size() >= 12, "only " + stories().size() + " stories");
    }
}
