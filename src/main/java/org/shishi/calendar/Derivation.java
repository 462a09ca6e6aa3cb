package org.shishi.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How a due date came about.
 *
 * @param dueAt the last moment that is still in time
 * @param estimated counted past the last published year: expected (预计), not certain
 */
public record Derivation(Instant from, Within within, Instant dueAt, boolean estimated, WorkingDays calendar) {

    /** Every day from the start to the due day. */
    public List<Day> days() {
        return new DayStrip(calendar, this).days();
    }

    /** In words: {@code 5 个工作日: 9月30日起算, 跳过10月1–7日, 补班10月10日, 至10月13日}. */
    public String inWords(Locale locale) {
        return new DerivationWords(this, locale).say();
    }
}
