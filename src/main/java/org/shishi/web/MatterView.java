package org.shishi.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.Day;
import org.shishi.calendar.Derivation;
import org.shishi.calendar.Within;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.Entry;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Standing;
import org.shishi.people.Roster;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;

/** Puts one matter into words for one reader at one moment. */
public record MatterView(Say say, Packs packs, Roster roster, WorkingDays days, Instant now) {

    public String title(Matter matter) {
        String text = matter.procedure().openings().stream()
                .flatMap(act -> act.asks().stream())
                .filter(field -> field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.LINE)
                .flatMap(field -> matter.facts().find(field.name()).stream())
                .findFirst()
                .orElse(matter.standing().number());
        String line = text.replaceAll("\\s+", " ");
        int cut = line.offsetByCodePoints(0, Math.min(48, line.codePointCount(0, line.length())));
        return cut < line.length() ? line.substring(0, cut) + "…" : line;
    }

    public List<MatterPage.Fact> facts(Matter matter, Facts facts) {
        List<MatterPage.Fact> shown = new ArrayList<>();
        facts.values().forEach((key, value) -> {
            if (!key.endsWith(".lat") && !key.endsWith(".lon") && !NoticeWords.isOfNotice(key)) {
                shown.add(new MatterPage.Fact(say.field(matter.procedure(), key), value(matter, key, value)));
            }
        });
        shown.addAll(new NoticeWords(say, matter.procedure()).of(facts));
        return shown;
    }

    /** A value as people read it: names for codes. */
    String value(Matter matter, String key, String value) {
        Optional<Field> field = matter.procedure().fieldOf(key);
        if (field.isEmpty()) {
            return key.equals("deadline") ? say.deadline(matter.procedure(), value) : value;
        }
        return switch (field.get().kind()) {
            case CHOICE -> say.choice(field.get().name(), value);
            case CATEGORY -> category(matter, field.get(), value);
            case UNIT -> unit(value);
            case DIVISION -> division(value);
            case PLACE -> key.endsWith(".division") ? division(value) : value;
            case MOMENT -> say.moment(Instant.parse(value), now);
            default -> value;
        };
    }

    private String category(Matter matter, Field field, String code) {
        return packs.categories(matter.procedure(), field)
                .flatMap(tree -> tree.find(code))
                .map((Categories.Category each) -> each.name(say.locale()))
                .orElse(code);
    }

    public String unit(String id) {
        return roster.findUnit(id).map(unit -> unit.name(say.locale())).orElse(id);
    }

    private String division(String code) {
        return roster.findDivision(code).map(each -> each.name(say.locale())).orElse(code);
    }

    List<MatterPage.Line> lines(Matter matter, List<Standing.Said> said, Map<Long, String> leaves) {
        List<MatterPage.Line> lines = new ArrayList<>();
        for (Standing.Said each : said.reversed()) {
            Entry entry = each.entry();
            lines.add(new MatterPage.Line(
                    entry.position(),
                    say.act(matter.procedure(), entry.act()),
                    by(entry),
                    say.moment(entry.happenedAt(), now),
                    say.moment(entry.recordedAt(), now),
                    entry.by().account().equals("clock"),
                    facts(matter, each.facts()),
                    leaves.getOrDefault(entry.position(), "")));
        }
        return lines;
    }

    private String by(Entry entry) {
        if (entry.by().account().equals("clock")) {
            return say.word("the-clock");
        }
        String unit = entry.by().unit().isEmpty() ? "" : unit(entry.by().unit()) + " ";
        return unit + say.duty(entry.by().duty()) + " " + entry.by().account();
    }

    List<MatterPage.DueView> dues(Matter matter) {
        return matter.standing().dues().stream()
                .filter(due -> due.kind() == Due.Kind.LIMIT)
                .map(due -> due(matter, due))
                .toList();
    }

    public MatterPage.DueView due(Matter matter, Due due) {
        Derivation derivation = days.expected(due.from(), due.within());
        return new MatterPage.DueView(
                say.deadline(matter.procedure(), due.deadline()),
                say.moment(due.at(), now),
                left(due.at()),
                light(due),
                derivation.inWords(say.locale()),
                due.basis(),
                due.estimated(),
                strip(derivation));
    }

    /** How much time is left: working days and hours of work, or how much it is over. */
    String left(Instant at) {
        double left = days.between(now, at);
        boolean over = at.isBefore(now);
        double size = Math.abs(left);
        String amount = size >= 1
                ? say.word("working-days", String.format(java.util.Locale.ROOT, "%.1f", size))
                : say.word(
                        "working-hours",
                        String.format(
                                java.util.Locale.ROOT,
                                "%.1f",
                                size * days.hours().minutesADay() / 60));
        return say.word(over ? "over-by" : "left", amount);
    }

    /** As the worklist has it: a limit in days is near on its last working day, one in hours in its last quarter. */
    public String light(Due due) {
        if (due.stoppedAt().isPresent()) {
            return "pause";
        }
        if (due.isLate(now)) {
            return "late";
        }
        boolean byHour =
                due.within().unit() == Within.Unit.HOURS || due.within().unit() == Within.Unit.WORKING_HOURS;
        Instant near = byHour
                ? due.at().minus(Duration.between(due.from(), due.at()).dividedBy(4))
                : days.workingDayBefore(due.at());
        return now.isAfter(near) ? "near" : "go";
    }

    private List<MatterPage.DayView> strip(Derivation derivation) {
        List<Day> all = derivation.days();
        LocalDate last = all.getLast().on();
        return all.stream()
                .map(day -> new MatterPage.DayView(
                        Integer.toString(day.on().getDayOfMonth()),
                        note(day),
                        day.kind(),
                        day.on().equals(last)))
                .toList();
    }

    private String note(Day day) {
        if (day.count() > 0) {
            return Integer.toString(day.count());
        }
        return switch (day.kind()) {
            case START -> say.word("day.start");
            case MAKE_UP -> say.word("day.make-up");
            case HOLIDAY, REST -> say.word("day.rest");
            case WORKING -> "";
        };
    }
}
