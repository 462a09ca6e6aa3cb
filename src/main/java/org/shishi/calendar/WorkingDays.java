package org.shishi.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The working days of the country and the hours of the office. Counts in four units; the day something begins on does not
 * count, a day-limit ends with the office's hours on its last day (民法典 201, 203). Immutable and quick: counting working
 * days is one look into a table.
 */
public final class WorkingDays {
    /** The time all offices of the country go by. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The same without summer time, which ended in 1991: arithmetic without a rule table. */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private final Holidays holidays;
    private final OfficeHours hours;
    private final long firstDay;
    private final int[] workedBefore;
    private final int[] workingDay;

    private WorkingDays(Holidays holidays, OfficeHours hours) {
        this.holidays = holidays;
        this.hours = hours;
        LocalDate first = LocalDate.of(holidays.firstYear(), 1, 1);
        int days = Math.toIntExact(LocalDate.of(holidays.lastYear() + 1, 1, 1).toEpochDay() - first.toEpochDay());
        this.firstDay = first.toEpochDay();
        this.workedBefore = new int[days + 1];
        this.workingDay = new int[days];
        for (int i = 0; i < days; i++) {
            boolean works = works(first.plusDays(i));
            if (works) {
                workingDay[workedBefore[i]] = i;
            }
            workedBefore[i + 1] = workedBefore[i] + (works ? 1 : 0);
        }
    }

    /** The published calendar with an office's hours. */
    public static WorkingDays published(OfficeHours hours) {
        return new WorkingDays(Holidays.read(), hours);
    }

    public static WorkingDays published() {
        return published(OfficeHours.USUAL);
    }

    public int firstYear() {
        return holidays.firstYear();
    }

    public int lastYear() {
        return holidays.lastYear();
    }

    public OfficeHours hours() {
        return hours;
    }

    /** @throws NotPublished outside the published years */
    public boolean isWorkingDay(LocalDate day) {
        requirePublished(day);
        return works(day);
    }

    /** The holiday a day belongs to. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(holidays.off().get(day));
    }

    /** The holiday a day belongs to or makes up for. */
    Optional<String> nameOf(LocalDate day) {
        return holiday(day).or(() -> Optional.ofNullable(holidays.makeUp().get(day)));
    }

    /** Whether it is a weekend day that is worked (调休补班). */
    public boolean isMakeUp(LocalDate day) {
        return holidays.makeUp().containsKey(day);
    }

    boolean works(LocalDate day) {
        DayOfWeek week = day.getDayOfWeek();
        boolean isWeekend = week == DayOfWeek.SATURDAY || week == DayOfWeek.SUNDAY;
        return isMakeUp(day) || (!isWeekend && !holidays.off().containsKey(day));
    }

    private void requirePublished(LocalDate day) {
        if (day.getYear() < firstYear() || day.getYear() > lastYear()) {
            throw new NotPublished(day.getYear());
        }
    }

    private boolean isPublished(LocalDate day) {
        return day.getYear() >= firstYear() && day.getYear() <= lastYear();
    }

    /** When a limit ends. @throws NotPublished when it would have to be counted outside the published years */
    public Derivation due(Instant from, Within within) {
        Derivation derivation = expected(from, within);
        requirePublished(local(from).toLocalDate());
        requirePublished(local(derivation.dueAt()).toLocalDate());
        return derivation;
    }

    /** As {@link #due}, but outside the published years plain weekends are taken and the answer says it is estimated. */
    public Derivation expected(Instant from, Within within) {
        LocalDateTime start = local(from);
        LocalDateTime end = switch (within.unit()) {
            case WORKING_DAYS ->
                workingDayAfter(start.toLocalDate(), within.count()).atTime(hours.close());
            case DAYS -> start.toLocalDate().plusDays(within.count()).atTime(LocalTime.of(23, 59, 59));
            case HOURS -> start.plusHours(within.count());
            case WORKING_HOURS -> afterWork(start, within.count() * 3600L);
        };
        boolean estimated = !isPublished(start.toLocalDate()) || !isPublished(end.toLocalDate());
        return new Derivation(from, within, end.toInstant(OFFSET), estimated, this);
    }

    static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, OFFSET);
    }

    private LocalDate workingDayAfter(LocalDate day, int count) {
        long index = day.toEpochDay() - firstDay;
        if (index >= 0 && index < workedBefore.length - 1) {
            int target = workedBefore[(int) index + 1] + count - 1;
            if (target < workedBefore[workedBefore.length - 1]) {
                return LocalDate.ofEpochDay(firstDay + workingDay[target]);
            }
        }
        LocalDate at = day;
        for (int left = count; left > 0; left -= works(at) ? 1 : 0) {
            at = at.plusDays(1);
        }
        return at;
    }

    private LocalDateTime afterWork(LocalDateTime start, long seconds) {
        LocalDate day = start.toLocalDate();
        long worked = works(day) ? hours.workedBy(start.toLocalTime().toSecondOfDay()) : 0;
        long left = seconds + (works(day) ? worked : 0);
        long aDay = hours.minutesADay() * 60L;
        while (!works(day) || left > aDay) {
            left -= works(day) ? aDay : 0;
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.ofSecondOfDay(hours.secondAfter(left)));
    }

    /** Working days from one moment to another, parts of days as parts of the office's hours. */
    public double between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        double aDay = hours.minutesADay() * 60.0;
        double whole = 0;
        for (LocalDate day = start.toLocalDate(); day.isBefore(end.toLocalDate()); day = day.plusDays(1)) {
            whole += works(day) ? 1 : 0;
        }
        return whole + worked(end) / aDay - worked(start) / aDay;
    }

    /** The close of the office on the working day before a moment's day. */
    public Instant workingDayBefore(Instant at) {
        LocalDate day = local(at).toLocalDate().minusDays(1);
        while (!works(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(hours.close()).toInstant(OFFSET);
    }

    private long worked(LocalDateTime at) {
        return works(at.toLocalDate()) ? hours.workedBy(at.toLocalTime().toSecondOfDay()) : 0;
    }
}
