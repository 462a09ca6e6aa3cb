package org.shishi.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.people.People;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.sheet.Sheets;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the pages of registers. */
@Component
@Profile("!command")
final class RegisterPages {
    private static final int TEXT_AT_MOST = 60;
    private final Frames frames;
    private final Packs packs;
    private final People people;
    private final Sheets sheets;
    private final InstantSource clock;

    RegisterPages(Frames frames, Packs packs, People people, Sheets sheets, InstantSource clock) {
        this.frames = frames;
        this.packs = packs;
        this.people = people;
        this.sheets = sheets;
        this.clock = clock;
    }

    ColumnWords words(Say say, Register register) {
        return new ColumnWords(say, packs, people.roster(), register);
    }

    /** The columns shown: those asked for, else those the pack shows at first. */
    List<String> shown(Register register, RegisterAsked asked) {
        List<String> known = Stream.concat(register.show().stream(), asked.show().stream())
                .filter(column -> asked.show().contains(column) && register.has(column))
                .distinct()
                .toList();
        return known.isEmpty() ? register.show() : known;
    }

    RegisterPage of(Visit visit, Register register, RegisterAsked asked, Sheets.Page page, RegisterPage.Kept kept) {
        Say say = visit.say();
        String path = "/registers/" + register.name();
        ColumnWords words = words(say, register);
        List<String> shown = shown(register, asked);
        String sort = asked.sort().orElse(register.sort());
        RegisterFilters filters = RegisterFilters.of(words, sheets, asked);
        return new RegisterPage(
                frames.of(visit, say.first("register." + register.name()), path),
                path,
                path + "/excel" + asked.after(Optional.empty()).address(),
                say.number(page.total()),
                asAt(say, page.asAt()),
                asked.search().orElse(""),
                asked.sort().orElse(""),
                asked.filters().size(),
                filters.all(),
                filters.beyond(),
                kept,
                choices(words, register, shown),
                shown.stream()
                        .map(column -> heading(words, path, asked, sort, column))
                        .toList(),
                page.lines().stream().map(line -> row(words, shown, line)).toList(),
                page.next().isPresent() ? path + asked.after(page.next()).address() : "",
                asked.after().isPresent() ? path + asked.after(Optional.empty()).address() : "");
    }

    /** "As at entry 18 231, 14:03". */
    String asAt(Say say, Sheets.AsAt asAt) {
        String at =
                asAt.recordedAt().map(when -> say.moment(when, clock.instant())).orElse("—");
        return say.word("as-at", say.number(asAt.position()), at);
    }

    static Stream<String> all(Register register) {
        return Stream.concat(Register.HOUSE.stream(), register.columns().keySet().stream());
    }

    private static List<RegisterPage.Choice> choices(ColumnWords words, Register register, List<String> shown) {
        return all(register)
                .map(column -> new RegisterPage.Choice(column, words.label(column), shown.contains(column)))
                .toList();
    }

    private RegisterPage.Heading heading(
            ColumnWords words, String path, RegisterAsked asked, String sort, String column) {
        boolean rising = sort.equals(column);
        boolean falling = sort.equals("-" + column);
        String sorted = rising ? "ascending" : falling ? "descending" : "none";
        String href = path + asked.sorted(rising ? "-" + column : column).address();
        return new RegisterPage.Heading(words.label(column), href, sorted, isRight(words, column));
    }

    private boolean isRight(ColumnWords words, String column) {
        return !column.equals("late") && sheets.isNumber(words.register().name(), column);
    }

    private RegisterPage.Row row(ColumnWords words, List<String> shown, Sheets.Line line) {
        String opening = shown.contains("number") ? "number" : shown.getFirst();
        return new RegisterPage.Row(
                line.cells().getOrDefault("number", ""),
                shown.stream()
                        .map(column -> column.equals(opening)
                                ? cell(words, column, line).link()
                                : cell(words, column, line))
                        .toList());
    }

    private RegisterPage.Cell cell(ColumnWords words, String column, Sheets.Line line) {
        String said = line.cells().getOrDefault(column, "");
        String register = words.register().name();
        String label = words.label(column);
        if (column.equals("late")) {
            String late = Boolean.toString(isLate(line));
            return new RegisterPage.Cell(label, words.text(column, late), isLate(line) ? "late" : "");
        }
        if (said.isEmpty()) {
            return new RegisterPage.Cell(label, "—", isRight(words, column) ? "number" : "");
        }
        if (sheets.isMoment(register, column)) {
            String at = words.say().moment(Instant.parse(said), clock.instant());
            return new RegisterPage.Cell(label, at, column.equals("due") && isLate(line) ? "late" : "moment");
        }
        if (sheets.isNumber(register, column)) {
            return new RegisterPage.Cell(label, number(said), "number");
        }
        return new RegisterPage.Cell(label, cut(words.text(column, said)), "text");
    }

    private boolean isLate(Sheets.Line line) {
        return Optional.ofNullable(line.cells().get("due"))
                .map(Instant::parse)
                .filter(clock.instant()::isAfter)
                .isPresent();
    }

    private static String number(String said) {
        BigDecimal number = new BigDecimal(said);
        return number.scale() > 1 ? number.setScale(1, RoundingMode.HALF_UP).toPlainString() : number.toPlainString();
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int cut = line.offsetByCodePoints(0, Math.min(TEXT_AT_MOST, line.codePointCount(0, line.length())));
        return cut < line.length() ? line.substring(0, cut) + "…" : line;
    }

    /** A cell as Excel keeps it. */
    Object excel(ColumnWords words, String column, Sheets.Line line) {
        String said = line.cells().getOrDefault(column, "");
        String register = words.register().name();
        if (column.equals("late")) {
            return words.text(column, Boolean.toString(isLate(line)));
        }
        if (said.isEmpty()) {
            return "";
        }
        return switch (sheets.kind(register, column)) {
            case MOMENT -> ColumnWords.moment(said);
            case NUMBER -> new BigDecimal(said);
            case DAY -> LocalDate.parse(said);
            case TEXT -> words.text(column, said);
        };
    }
}
