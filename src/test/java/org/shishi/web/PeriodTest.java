package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "week, 2021-10-08, 2021-10-04, 2021-10-10, 2021-09-27",
        "month, 2021-03-31, 2021-03-01, 2021-03-31, 2021-02-01",
        "quarter, 2021-02-10, 2021-01-01, 2021-03-31, 2020-10-01",
        "quarter, 2021-12-31, 2021-10-01, 2021-12-31, 2021-07-01",
        "year, 2020-02-29, 2020-01-01, 2020-12-31, 2019-01-01"
    })
    void aPeriodStandsBesideTheOneBefore(String kind, LocalDate on, LocalDate first, LocalDate last, LocalDate before) {
        Period period = Period.find(kind, on).orElseThrow();
        assertEquals(first, period.first());
        assertEquals(last, period.last());
        assertEquals(before, period.before().first());
        assertEquals(first.minusDays(1), period.before().last());
        assertEquals(period, period.before().next());
    }

    @Test
    void anyDaysStandBesideAsManyDays() {
        Period period = Period.between(LocalDate.of(2021, 10, 5), LocalDate.of(2021, 10, 7))
                .orElseThrow();
        assertEquals("2021-10-02 – 2021-10-04", period.before().inWords());
        assertEquals(Optional.empty(), Period.between(LocalDate.of(2021, 10, 5), LocalDate.of(2021, 10, 4)));
    }

    @Test
    void whatIsNoDateIsNotTaken() {
        LocalDate today = LocalDate.of(2021, 10, 8);
        FiguresAsked asked =
                FiguresAsked.of(Map.of("from", "yesterday", "to", "2021-10-07", "period", "decade"), today);
        assertEquals(Optional.empty(), asked.period());
        assertEquals(Optional.of(LocalDate.of(2021, 10, 7)), asked.to());
        assertEquals(
                "month",
                FiguresAsked.of(Map.of("period", "month", "on", "x"), today).kind());
    }
}
