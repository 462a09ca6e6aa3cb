package org.shishi.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of a count, one by one: what is drawn beside a due date. */
record DayStrip(WorkingDays calendar, Derivation derivation) {

    List<Day> days() {
        List<Day> days = new ArrayList<>();
        LocalDate start = WorkingDays.local(derivation.from()).toLocalDate();
        LocalDate end = WorkingDays.local(derivation.dueAt()).toLocalDate();
        boolean natural = derivation.within().unit() == Within.Unit.DAYS;
        int count = 0;
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            Day.Kind kind = day.equals(start) ? Day.Kind.START : kind(day);
            boolean counts = !day.equals(start) && (natural || calendar.works(day));
            count += counts ? 1 : 0;
            days.add(new Day(day, kind, counts ? count : 0, calendar.nameOf(day).orElse("")));
        }
        return List.copyOf(days);
    }

    private Day.Kind kind(LocalDate day) {
        if (calendar.isMakeUp(day)) {
            return Day.Kind.MAKE_UP;
        }
        if (calendar.holiday(day).isPresent()) {
            return Day.Kind.HOLIDAY;
        }
        return calendar.works(day) ? Day.Kind.WORKING : Day.Kind.REST;
    }
}
