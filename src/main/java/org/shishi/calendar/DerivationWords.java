package org.shishi.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A derivation as a clerk would say it. */
record DerivationWords(Derivation derivation, Locale locale) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    String say() {
        List<Day> days = derivation.days();
        boolean byHour = derivation.within().unit() == Within.Unit.HOURS
                || derivation.within().unit() == Within.Unit.WORKING_HOURS;
        List<String> parts = new ArrayList<>();
        parts.add(word("", "from ") + moment(derivation.from(), byHour) + word("起算", ""));
        if (derivation.within().unit() == Within.Unit.WORKING_DAYS
                || derivation.within().unit() == Within.Unit.WORKING_HOURS) {
            runs(days, Day.Kind.HOLIDAY).forEach(run -> parts.add(word("跳过", "skipping ") + run));
            runs(days, Day.Kind.MAKE_UP).forEach(run -> parts.add(word("补班", "make-up day ") + run));
        }
        parts.add(word("至", "until ") + moment(derivation.dueAt(), byHour));
        String said = derivation.within().inWords(locale) + ": " + String.join(", ", parts);
        return derivation.estimated() ? said + word("（预计，节假日安排尚未公布）", " (expected: holidays not yet published)") : said;
    }

    private String moment(java.time.Instant at, boolean withTime) {
        LocalDateTime local = LocalDateTime.ofInstant(at, WorkingDays.ZONE);
        return day(local.toLocalDate()) + (withTime ? " " + TIME.format(local) : "");
    }

    private String word(String chinese, String english) {
        return isEnglish() ? english : chinese;
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private String day(LocalDate on) {
        return isEnglish()
                ? on.getDayOfMonth() + " " + on.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : on.getMonthValue() + "月" + on.getDayOfMonth() + "日";
    }

    /** Days of a kind that follow each other, said together: {@code 10月1–7日}. */
    private List<String> runs(List<Day> days, Day.Kind kind) {
        List<List<LocalDate>> runs = new ArrayList<>();
        for (Day day : days) {
            if (day.kind() == kind) {
                boolean follows =
                        !runs.isEmpty() && runs.getLast().getLast().plusDays(1).equals(day.on());
                if (!follows) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(day.on());
            }
        }
        return runs.stream().map(this::run).collect(Collectors.toList());
    }

    private String run(List<LocalDate> run) {
        LocalDate first = run.getFirst();
        LocalDate last = run.getLast();
        if (first.equals(last)) {
            return day(first);
        }
        if (first.getMonth() != last.getMonth()) {
            return day(first) + "–" + day(last);
        }
        return isEnglish()
                ? first.getDayOfMonth() + "–" + day(last)
                : first.getMonthValue() + "月" + first.getDayOfMonth() + "–" + last.getDayOfMonth() + "日";
    }
}
