package org.shishi.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Words;

/** Speaks to one reader: words in their language, times as the office's clock shows them (Asia/Shanghai). */
public record Say(Words words, Locale locale) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public boolean isChinese() {
        return !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** As a page's {@code lang} says it. */
    public String tag() {
        return isChinese() ? "zh-CN" : "en";
    }

    public String word(String key) {
        return words.get(locale, key);
    }

    public String word(String key, Object... with) {
        return words.get(locale, key, with);
    }

    public Optional<String> find(String key) {
        return words.find(locale, key);
    }

    public String first(String... keys) {
        return words.first(locale, keys);
    }

    public String procedure(Procedure procedure) {
        return first("procedure." + procedure.name());
    }

    public String act(Procedure procedure, String act) {
        return first("act." + procedure.name() + "." + act, "act." + act);
    }

    public String stage(Procedure procedure, String stage) {
        return first("stage." + procedure.name() + "." + stage, "stage." + stage);
    }

    public String deadline(Procedure procedure, String deadline) {
        return first("deadline." + procedure.name() + "." + deadline, "deadline." + deadline);
    }

    public String duty(String duty) {
        return first("duty." + duty);
    }

    public String choice(String field, String value) {
        return first("choice." + field + "." + value);
    }

    /** The label of a fact by its key; {@code caller.phone} is a part of the field {@code caller}. */
    public String field(Procedure procedure, String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? first("field." + procedure.name() + "." + key, "field." + key)
                : first("field." + procedure.name() + "." + key, "part" + key.substring(dot));
    }

    /** A day and time; the year only when it is not this one. */
    public String moment(Instant at, Instant now) {
        return day(at, now) + " " + time(at);
    }

    public String day(Instant at, Instant now) {
        LocalDate day = local(at).toLocalDate();
        boolean thisYear = day.getYear() == local(now).getYear();
        return (thisYear ? (isChinese() ? DAY_ZH : DAY_EN) : (isChinese() ? DATE_ZH : DATE_EN)).format(day);
    }

    public String time(Instant at) {
        return TIME.format(local(at));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, WorkingDays.ZONE);
    }

    /** Grouped by thin spaces as in the ledger: 1 203 441. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
