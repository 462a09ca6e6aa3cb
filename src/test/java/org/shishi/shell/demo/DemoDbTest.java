package org.shishi.shell.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.TestDatabase;
import org.shishi.matter.Matter;
import org.shishi.matter.TestOffice;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month a newcomer finds: every loop is walked, nothing is refused, and played again it adds nothing. */
class DemoDbTest {
    private static final Set<String> LOOPS = Set.of(
            "reject",
            "return",
            "contact",
            "ask-help",
            "ask-extension",
            "approve-extension",
            "stop",
            "answer",
            "merge",
            "answer-too",
            "call-back",
            "rework",
            "hook",
            "find-unreasonable",
            "strike",
            "overdue",
            "yellow-card",
            "red-card",
            "blue-notice",
            "report-up");

    @ParameterizedTest
    @ValueSource(strings = {"2021-11-10T16:00", "2022-02-12T09:30", "2026-11-24T11:00"})
    void aMonthOfTheCityIsPlayedOnWhateverDayItIsFounded(String day) throws IOException {
        var database = TestDatabase.asDesk(TestDatabase.fresh());
        try (TestOffice office = TestOffice.over(database).clock(day)) {
            People people = new People(database, TestOffice.CITY);
            DemoCity.find(TestOffice.CITY).orElseThrow().write(people, office.now());
            long recorded = month(office, people).play();
            assertEquals(Set.of(), without(acts(office, database).keySet()));
            assertTrue(recorded > 1_500, recorded + " entries");
            assertEquals(0, month(office, people).play(), "played again nothing is added");
        }
    }

    private static Set<String> without(Set<String> done) {
        Set<String> missing = new TreeSet<>(LOOPS);
        missing.removeAll(done);
        return missing;
    }

    private static DemoMonth month(TestOffice office, People people) {
        return new DemoMonth(
                office.desk(), people, TestOffice.PACKS, office.setting().days(), office.now());
    }

    private static Map<String, Long> acts(TestOffice office, javax.sql.DataSource database) {
        var matters = JdbcClient.create(database)
                .sql("SELECT DISTINCT matter FROM entry WHERE city = ?")
                .param(TestOffice.CITY)
                .query(Long.class)
                .list();
        return office.matters().list(matters).stream()
                .flatMap((Matter matter) -> matter.said().stream())
                .map(said -> said.entry().act())
                .collect(Collectors.groupingBy(Function.identity(), java.util.TreeMap::new, Collectors.counting()));
    }
}
