package org.shishi.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays DAYS = WorkingDays.published();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.ZONE).toInstant();
    }

    private static LocalDate dueOn(String from, String within) {
        return DAYS.due(at(from + "T10:00"), Within.of(within))
                .dueAt()
                .atZone(WorkingDays.ZONE)
                .toLocalDate();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-29, 5, 2021-10-12",
        "2022-01-28, 5, 2022-02-09",
        "2026-02-13, 5, 2026-02-27",
        "2026-09-30, 5, 2026-10-13",
        "2021-02-10, 15, 2021-03-09",
        "2022-01-21, 10, 2022-02-09",
    })
    void workingDaysSkipHolidaysAndCountMakeUpDays(String from, int count, LocalDate due) {
        assertEquals(due, dueOn(from, count + " working days"));
    }

    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsAnnounced(int year, int count) {
        long working = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(DAYS::isWorkingDay)
                .count();
        assertEquals(count, working);
    }

    @Test
    void everyDayFrom2010To2026IsAsAnnounced() throws IOException {
        Path folder = Path.of("../shared/data/holidays");
        assumeTrue(Files.isDirectory(folder), "../shared/data/holidays is not here: nothing to compare with");
        Map<LocalDate, Boolean> announced = new HashMap<>();
        Pattern day = Pattern.compile("\"date\": \"([0-9-]+)\",\\s*\"isOffDay\": (true|false)");
        for (int year = 2010; year <= 2026; year++) {
            Matcher matcher = day.matcher(Files.readString(folder.resolve("holiday-cn_" + year + ".json")));
            while (matcher.find()) {
                announced.put(LocalDate.parse(matcher.group(1)), !Boolean.parseBoolean(matcher.group(2)));
            }
        }
        LocalDate.of(2010, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(each -> {
            boolean plain = each.getDayOfWeek() != DayOfWeek.SATURDAY && each.getDayOfWeek() != DayOfWeek.SUNDAY;
            assertEquals(announced.getOrDefault(each, plain), DAYS.isWorkingDay(each), each.toString());
        });
    }

    @Test
    void aDayLimitEndsWhenTheOfficeCloses() {
        assertEquals(
                at("2021-10-12T17:30:00"),
                DAYS.due(at("2021-09-29T16:00"), Within.of("5 working days")).dueAt());
    }

    @Test
    void naturalDaysCountEveryDayToItsEnd() {
        assertEquals(
                at("2021-10-14T23:59:59"),
                DAYS.due(at("2021-09-29T16:00"), Within.of("15 days")).dueAt());
    }

    @Test
    void hoursRunThroughTheNight() {
        assertEquals(
                at("2021-10-01T16:00:00"),
                DAYS.due(at("2021-09-30T16:00"), Within.of("24 hours")).dueAt());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-29T10:00, 2, 2021-09-29T12:00",
        "2021-09-29T11:00, 2, 2021-09-29T14:30",
        "2021-09-29T16:30, 4, 2021-09-30T12:00",
        "2021-09-29T20:00, 1, 2021-09-30T10:00",
        "2021-09-30T17:00, 1, 2021-10-08T09:30",
        "2021-10-02T08:00, 4, 2021-10-08T14:30",
        "2021-10-08T16:30, 2, 2021-10-09T10:00",
    })
    void workingHoursStandStillOutsideTheOfficesHours(String from, int count, String due) {
        Derivation derivation = DAYS.due(at(from), new Within(count, Within.Unit.WORKING_HOURS));
        Instant expected = at(due);
        boolean isSame = derivation.dueAt().equals(expected)
                || DAYS.between(derivation.dueAt(), expected) == 0; // 12:00 and 13:30 are one moment of work
        assertTrue(isSame, derivation.dueAt() + " is not " + expected);
    }

    @Test
    void nothingIsCountedPastThePublishedYears() {
        assertThrows(NotPublished.class, () -> dueOn("2026-12-30", "5 working days"));
        assertThrows(NotPublished.class, () -> dueOn("2009-12-30", "5 working days"));
        assertThrows(NotPublished.class, () -> DAYS.isWorkingDay(LocalDate.of(2027, 1, 4)));
        assertTrue(DAYS.expected(at("2026-12-30T10:00"), Within.of("5 working days"))
                .estimated());
        assertFalse(DAYS.expected(at("2026-11-24T10:00"), Within.of("5 working days"))
                .estimated());
    }

    @Test
    void aDerivationIsSaidInWords() {
        Derivation derivation = DAYS.due(at("2026-09-30T10:00"), Within.of("5 working days"));
        assertEquals("5 个工作日: 9月30日起算, 跳过10月1–7日, 补班10月10日, 至10月13日", derivation.inWords(Locale.SIMPLIFIED_CHINESE));
        assertEquals(
                "5 working days: from 30 September, skipping 1–7 October, make-up day 10 October, until 13 October",
                derivation.inWords(Locale.ENGLISH));
    }

    @Test
    void aDerivationShowsEveryDay() {
        var days = DAYS.due(at("2021-10-08T10:00"), Within.of("2 working days")).days();
        assertEquals(
                java.util.List.of(Day.Kind.START, Day.Kind.MAKE_UP, Day.Kind.REST, Day.Kind.WORKING),
                days.stream().map(Day::kind).toList());
        assertEquals(
                java.util.List.of(0, 1, 0, 2), days.stream().map(Day::count).toList());
    }

    @Test
    void limitsReadAndSayThemselvesAlike() {
        for (String text : new String[] {"1 working day", "5 working days", "15 days", "1 hour", "4 working hours"}) {
            assertEquals(text, Within.of(text).toString());
        }
        assertTrue(Within.find("five days").isEmpty());
        assertTrue(Within.find("0 days").isEmpty());
    }

    @Test
    void partsOfWorkingDaysAreCounted() {
        assertEquals(1.0, DAYS.between(at("2021-09-29T10:00"), at("2021-09-30T10:00")), 1e-9);
        assertEquals(0.0, DAYS.between(at("2021-10-01T00:00"), at("2021-10-07T23:00")), 1e-9);
    }
}
