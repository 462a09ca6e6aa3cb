package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number counted from a register's rows.
 *
 * @param measured the column whose median or mean it is; empty for a count and a share
 * @param share what it is a share of; empty for all others
 * @param rows which rows it is made of
 * @param on the column with the day a row counts on
 * @param by the columns it can be split by
 * @param about the duty whose work it measures; empty when it is that of whoever answers for the matter
 */
public record Figure(
        String name,
        String register,
        Optional<Measured> measured,
        Optional<Share> share,
        FigureRows rows,
        Optional<String> on,
        List<String> by,
        Optional<String> about,
        Spot spot) {

    /** A middle of a column's values: the one that half do not exceed, or the mean. */
    public record Measured(String column, boolean isMean) {}

    /**
     * A part of a whole, in percent; with an empty whole there is no share.
     *
     * @param part name of the count above the line, whose rows are rows of the whole
     * @param whole name of the count below it
     * @param without counts of what is left out of the whole on purpose, shown beside it
     * @param contested counts of what is in the whole although somebody says it should not be, shown beside it
     */
    public record Share(String part, String whole, List<String> without, List<String> contested) {
        /** Every count it names. */
        public List<String> counts() {
            return Stream.of(List.of(part, whole), without, contested)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** All figures of a pack. A share comes after what it is made of. */
    static Map<String, Figure> readAll(Yaml yaml, Map<String, Register> registers) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        yaml.map().forEach((name, said) -> {
            Figure figure = said.map(Keywords.FIGURE).containsKey("share")
                    ? share(name, said, figures)
                    : counted(name, said, registers);
            figures.put(name, figure);
        });
        return figures;
    }

    private static Figure share(String name, Yaml yaml, Map<String, Figure> known) {
        Yaml said = yaml.get("share");
        said.map(Keywords.SHARE);
        Figure part = count(said.get("part"), known);
        Figure whole = count(said.get("whole"), known);
        if (!part.register.equals(whole.register)) {
            throw said.spot()
                    .error("'" + part.name + "' and '" + whole.name + "' are counted from different registers");
        }
        List<String> by = whole.by.stream().filter(part.by::contains).toList();
        return new Figure(
                name,
                whole.register,
                Optional.empty(),
                Optional.of(new Share(
                        part.name, whole.name, counts(said, "without", known), counts(said, "contested", known))),
                FigureRows.ALL,
                whole.on,
                by,
                yaml.find("about").map(Yaml::text),
                yaml.spot());
    }

    private static List<String> counts(Yaml said, String keyword, Map<String, Figure> known) {
        return said.find(keyword).map(Yaml::list).orElse(List.of()).stream()
                .map(each -> count(each, known).name)
                .toList();
    }

    private static Figure count(Yaml named, Map<String, Figure> known) {
        return Optional.ofNullable(known.get(named.text()))
                .filter(figure -> figure.measured.isEmpty() && figure.share.isEmpty())
                .orElseThrow(() -> named.spot()
                        .error("no count '" + named.text() + "' stands above; expected one of " + known.keySet()));
    }

    private static Figure counted(String name, Yaml yaml, Map<String, Register> registers) {
        yaml.map(Keywords.FIGURE);
        Optional<Measured> measured = yaml.find("median")
                .map(column -> new Measured(column.text(), false))
                .or(() -> yaml.find("mean").map(column -> new Measured(column.text(), true)));
        Yaml of = measured.isPresent() ? yaml.get("of") : yaml.get("count");
        Register register = Optional.ofNullable(registers.get(of.text()))
                .orElseThrow(() ->
                        of.spot().error("unknown register '" + of.text() + "'; expected one of " + registers.keySet()));
        return new Figure(
                        name,
                        register.name(),
                        measured,
                        Optional.empty(),
                        FigureRows.read(yaml),
                        yaml.find("on").map(Yaml::text),
                        yaml.find("by").map(Yaml::texts).orElse(List.of()),
                        yaml.find("about").map(Yaml::text),
                        yaml.spot())
                .checked(register);
    }

    private Figure checked(Register register) {
        measured.map(Measured::column).ifPresent(register::require);
        rows.columns().forEach(register::require);
        on.ifPresent(register::require);
        by.forEach(register::require);
        return this;
    }

    /** Whether a row with these cells is one of those it is made of, its day aside. */
    public boolean counts(Map<String, String> row) {
        return rows.hold(row);
    }
}
