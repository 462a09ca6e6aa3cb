package org.shishi.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainderTest {
    private static final Remainder REMAINDER = new Remainder(WorkingDays.published());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "5 working days, 2021-09-28T10:00, 2021-10-08T17:30, 3 working days",
        "5 working days, 2021-10-08T10:00, 2021-10-08T17:30, 1 working day",
        "15 days, 2021-10-01T10:00, 2021-10-08T23:59, 7 days",
        "24 hours, 2021-10-01T10:00, 2021-10-01T15:30, 5 hours",
        "4 working hours, 2021-10-08T16:30, 2021-10-09T11:00, 3 working hours"
    })
    void aDayOrHourBegunCountsAsUsedAndOneIsLeftAtLeast(String limit, String stopped, String end, String left) {
        assertEquals(left, REMAINDER.of(Within.of(limit), at(stopped), at(end)).toString());
    }

    @Test
    void aMakeUpSaturdayIsADayOfAnExtension() {
        assertEquals(
                "6 working days",
                REMAINDER
                        .workingDaysTo(at("2021-09-10T09:20"), LocalDate.parse("2021-09-18"))
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-08T09:20, 21 working days",
        "2021-09-30T23:00, 5 working days",
        "2021-10-31T10:00, 5 working days",
        "2021-12-30T10:00, 6 working days"
    })
    void aMonthIsPublishedSoManyWorkingDaysAfterItsEnd(String from, String within) {
        assertEquals(within, REMAINDER.monthAnd(at(from), 5).toString());
    }
}
