package org.shishi.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.NotFound;
import org.shishi.matter.Setting;
import org.shishi.procedure.Register;

/**
 * Numbers counted from registers. A count is read from its cells, a median from the rows themselves; either says up to
 * which entry it is true and which rows it is made of. Nothing to count is no value, not zero percent.
 */
public final class Figures {
    private final Setting setting;
    private final Sheets sheets;

    public Figures(Setting setting, Sheets sheets) {
        this.setting = setting;
        this.sheets = sheets;
    }

    /**
     * What is asked of a figure.
     *
     * @param from first day, and {@code to} the last; empty for open ends
     * @param where values of the figure's own columns
     * @param split the column it is split by, or {@code day} or {@code month}
     */
    public record Asked(
            Optional<LocalDate> from, Optional<LocalDate> to, Map<String, String> where, Optional<String> split) {
        public static final Asked ALL = new Asked(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

        public Asked by(String column) {
            return new Asked(from, to, where, Optional.of(column));
        }

        public Asked during(LocalDate first, LocalDate last) {
            return new Asked(Optional.of(first), Optional.of(last), where, split);
        }
    }

    /**
     * One part of a figure; of the whole when the key is empty.
     *
     * @param ninetieth of a median, what nine rows in ten do not exceed
     */
    public record Part(String key, Optional<BigDecimal> value, Optional<BigDecimal> ninetieth, long rows) {
        static final Part NOTHING = new Part("", Optional.empty(), Optional.empty(), 0);
    }

    /**
     * A figure as it stands.
     *
     * @param ninetieth of a median, what nine rows in ten do not exceed
     * @param rows how many rows it is made of
     * @param made the register's filters that give just these rows
     */
    public record Figure(
            String name,
            String register,
            Optional<BigDecimal> value,
            Optional<BigDecimal> ninetieth,
            long rows,
            List<Part> parts,
            Map<String, List<String>> made,
            Sheets.AsAt asAt) {}

    public List<Register.Figure> list() {
        return setting.packs().figures();
    }

    /** Up to which entry all figures are true. */
    public Sheets.AsAt asAt() {
        return sheets.asAt();
    }

    /** @throws NotFound when no pack has such a figure @throws UnknownColumn when it is not split by that column */
    public Figure get(String name, Asked asked) {
        Register.Figure figure = list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
        asked.where().keySet().forEach(column -> requireColumn(figure, column));
        asked.split().filter(column -> !Tally.isTime(column)).ifPresent(column -> requireColumn(figure, column));
        Tally tally = Tally.of(figure, sheets.definition(figure.register()));
        return Snapshot.read(setting.database(), c -> {
            Part whole = tally.parts(c, setting.city(), asked, Optional.empty()).stream()
                    .findFirst()
                    .orElse(Part.NOTHING);
            List<Part> parts =
                    asked.split().isEmpty() ? List.of() : tally.parts(c, setting.city(), asked, asked.split());
            return new Figure(
                    name,
                    figure.register(),
                    whole.value(),
                    whole.ninetieth(),
                    whole.rows(),
                    parts,
                    made(figure, asked),
                    sheets.asAt(c));
        });
    }

    private static void requireColumn(Register.Figure figure, String column) {
        if (!figure.by().contains(column)) {
            throw new UnknownColumn(column, "");
        }
    }

    /** The filters of the register that give just the rows counted. */
    private static Map<String, List<String>> made(Register.Figure figure, Asked asked) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        if (!figure.stages().isEmpty()) {
            filters.put("stage", figure.stages().stream().sorted().toList());
        }
        figure.on().ifPresent(on -> {
            asked.from().ifPresent(from -> filters.put(on + ".from", List.of(from.toString())));
            asked.to().ifPresent(to -> filters.put(on + ".to", List.of(to.toString())));
            if (asked.from().isEmpty() && asked.to().isEmpty()) {
                filters.put(on + ".some", List.of("true"));
            }
        });
        figure.median().ifPresent(measured -> filters.put(measured + ".some", List.of("true")));
        asked.where().forEach((column, value) -> filters.put(column, List.of(value)));
        return filters;
    }
}
