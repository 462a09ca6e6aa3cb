package org.shishi.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shishi.matter.NotFound;
import org.shishi.matter.Setting;

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
     * @param ratio of a share, what it is a share of
     */
    public record Figure(
            String name,
            String register,
            Optional<BigDecimal> value,
            Optional<BigDecimal> ninetieth,
            long rows,
            List<Part> parts,
            Map<String, List<String>> made,
            Optional<Ratio> ratio,
            Sheets.AsAt asAt) {}

    /** The counts a share is made of, each opening into its own rows. */
    public record Ratio(Figure part, Figure whole, List<Figure> without, List<Figure> contested) {}

    public List<org.shishi.procedure.Figure> list() {
        return setting.packs().figures();
    }

    /** Up to which entry all figures are true. */
    public Sheets.AsAt asAt() {
        return sheets.asAt();
    }

    /** @throws NotFound when no pack has such a figure @throws UnknownColumn when it is not split by that column */
    public Figure get(String name, Asked asked) {
        return Snapshot.read(setting.database(), c -> read(c, find(name), asked));
    }

    private org.shishi.procedure.Figure find(String name) {
        return list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
    }

    private Figure read(Connection c, org.shishi.procedure.Figure figure, Asked asked) throws SQLException {
        asked.where().keySet().forEach(column -> requireColumn(figure, column));
        asked.split().filter(column -> !Tally.isTime(column)).ifPresent(column -> requireColumn(figure, column));
        return figure.share().isPresent() ? share(c, figure, figure.share().get(), asked) : tallied(c, figure, asked);
    }

    private Figure tallied(Connection c, org.shishi.procedure.Figure figure, Asked asked) throws SQLException {
        Tally tally = Tally.of(figure, sheets.definition(figure.register()));
        Part whole = tally.parts(c, setting.city(), asked, Optional.empty()).stream()
                .findFirst()
                .orElse(Part.NOTHING);
        List<Part> parts = asked.split().isEmpty() ? List.of() : tally.parts(c, setting.city(), asked, asked.split());
        return new Figure(
                figure.name(),
                figure.register(),
                whole.value(),
                whole.ninetieth(),
                whole.rows(),
                parts,
                made(figure, asked),
                Optional.empty(),
                sheets.asAt(c));
    }

    /** In percent, over the rows of the whole; an empty whole has no share. */
    private Figure share(
            Connection c, org.shishi.procedure.Figure figure, org.shishi.procedure.Figure.Share share, Asked asked)
            throws SQLException {
        Figure part = read(c, find(share.part()), asked);
        Figure whole = read(c, find(share.whole()), asked);
        Map<String, Long> above = part.parts().stream().collect(Collectors.toMap(Part::key, Part::rows));
        List<Part> parts = whole.parts().stream()
                .map(each -> new Part(
                        each.key(),
                        percent(above.getOrDefault(each.key(), 0L), each.rows()),
                        Optional.empty(),
                        each.rows()))
                .toList();
        return new Figure(
                figure.name(),
                figure.register(),
                percent(part.rows(), whole.rows()),
                Optional.empty(),
                whole.rows(),
                parts,
                whole.made(),
                Optional.of(new Ratio(part, whole, read(c, share.without(), asked), read(c, share.contested(), asked))),
                whole.asAt());
    }

    private List<Figure> read(Connection c, List<String> names, Asked asked) throws SQLException {
        List<Figure> read = new ArrayList<>();
        for (String name : names) {
            read.add(read(c, find(name), asked));
        }
        return read;
    }

    private static Optional<BigDecimal> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    private static void requireColumn(org.shishi.procedure.Figure figure, String column) {
        if (!figure.by().contains(column)) {
            throw new UnknownColumn(column, "");
        }
    }

    /** The filters of the register that give just the rows counted. */
    private static Map<String, List<String>> made(org.shishi.procedure.Figure figure, Asked asked) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        figure.rows()
                .where()
                .forEach((column, values) ->
                        filters.put(column, values.stream().sorted().toList()));
        figure.rows()
                .unless()
                .forEach((column, values) ->
                        filters.put(column + ".not", values.stream().sorted().toList()));
        figure.rows().least().forEach((column, least) -> filters.put(column + ".from", List.of(least.toString())));
        figure.on().ifPresent(on -> {
            asked.from().ifPresent(from -> filters.put(on + ".from", List.of(from.toString())));
            asked.to().ifPresent(to -> filters.put(on + ".to", List.of(to.toString())));
            if (asked.from().isEmpty() && asked.to().isEmpty()) {
                filters.put(on + ".some", List.of("true"));
            }
        });
        figure.measured().ifPresent(measured -> filters.put(measured.column() + ".some", List.of("true")));
        asked.where().forEach((column, value) -> filters.put(column, List.of(value)));
        return filters;
    }
}
