package org.shishi.procedure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.calendar.Within;

/**
 * Rules that change with the law: rows with {@code from} and {@code to} (inclusive days, empty for open), key columns
 * matched against a matter's facts ({@code *} or empty matches all, a class matches those below it) and value columns.
 * The row that names most wins; of equals, the one written first.
 */
public final class DatedTable {
    private static final Set<String> HOUSE = Set.of("from", "to", "basis");

    private final String name;
    private final Spot spot;
    private final List<String> keys;
    private final List<Row> rows;
    private final Map<String, Categories> classes;
    private final Map<List<String>, List<Row>> fitting = new ConcurrentHashMap<>();

    /** One rule. */
    public record Row(
            Map<String, String> cells,
            LocalDate from,
            LocalDate to,
            String basis,
            Spot spot,
            Map<String, Within> limits) {
        boolean isInForce(LocalDate on) {
            return !on.isBefore(from) && !on.isAfter(to);
        }

        public Optional<String> find(String column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }

        /** A cell, or the basis. */
        Optional<String> value(String column) {
            return column.equals("basis") ? Optional.of(basis).filter(said -> !said.isEmpty()) : find(column);
        }

        public Optional<Within> limit(String column) {
            return Optional.ofNullable(limits.get(column));
        }
    }

    private DatedTable(String name, Spot spot, List<String> keys, List<Row> rows, Map<String, Categories> classes) {
        this.name = name;
        this.spot = spot;
        this.keys = keys;
        this.rows = rows;
        this.classes = classes;
    }

    /** Reads a table; columns named like a short field are keys, since only short facts are kept in heads. */
    static DatedTable read(
            String name, String file, String text, Map<String, Field> fields, Map<String, Categories> all) {
        Csv csv = Csv.of(file, text).require(HOUSE);
        List<String> keys = csv.columns().stream()
                .filter(column -> Optional.ofNullable(fields.get(column))
                        .filter(field -> field.kind().isShort())
                        .isPresent())
                .toList();
        Map<String, Categories> classes = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            if (keys.contains(key)) {
                field.of().map(all::get).ifPresent(tree -> classes.put(key, tree));
            }
        });
        List<Row> rows = csv.rows().stream().map(row -> row(csv, row)).toList();
        return new DatedTable(name, new Spot(file, 1), keys, rows, classes);
    }

    private static Row row(Csv csv, NamedCsvRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, Within> limits = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((column, cell) -> {
            if (!HOUSE.contains(column)) {
                cells.put(column, cell.strip());
                Within.find(cell.strip()).ifPresent(within -> limits.put(column, within));
            }
        });
        Spot spot = csv.spot(row);
        return new Row(
                Map.copyOf(cells),
                day(row.getField("from"), LocalDate.MIN, spot),
                day(row.getField("to"), LocalDate.MAX, spot),
                row.getField("basis").strip(),
                spot,
                Map.copyOf(limits));
    }

    static LocalDate day(String cell, LocalDate open, Spot spot) {
        try {
            return cell.isBlank() ? open : LocalDate.parse(cell.strip());
        } catch (DateTimeParseException e) {
            throw spot.error("expected a day such as 2021-10-08, found '" + cell + "'");
        }
    }

    /** Every non-empty cell of a column must be a limit. */
    void requireLimits(String column, Spot wanted) {
        for (Row row : rows) {
            if (!row.cells().containsKey(column)) {
                throw wanted.error("table '" + name + "' has no column '" + column + "'");
            }
            if (row.find(column).isPresent() && row.limit(column).isEmpty()) {
                throw row.spot()
                        .error("expected a limit such as '5 working days', found '"
                                + row.find(column).get() + "'");
            }
        }
    }

    /** The rule for these facts on a day. */
    public Optional<Row> find(Facts facts, LocalDate on) {
        List<String> asked =
                keys.stream().map(key -> facts.find(key).orElse("")).toList();
        List<Row> candidates = fitting.computeIfAbsent(asked, this::ranked);
        return candidates.stream().filter(row -> row.isInForce(on)).findFirst();
    }

    private List<Row> ranked(List<String> asked) {
        Map<Row, Integer> weights = new LinkedHashMap<>();
        for (Row row : rows) {
            int weight = weight(row, asked);
            if (weight >= 0) {
                weights.put(row, weight);
            }
        }
        List<Row> best = new ArrayList<>(weights.keySet());
        best.sort((a, b) -> Integer.compare(weights.getOrDefault(b, 0), weights.getOrDefault(a, 0)));
        return List.copyOf(best);
    }

    /** How much a row names of what was asked; negative when it does not fit. */
    private int weight(Row row, List<String> asked) {
        int weight = 0;
        for (int i = 0; i < keys.size(); i++) {
            String cell = row.cells().getOrDefault(keys.get(i), "");
            if (cell.isEmpty() || cell.equals("*")) {
                continue;
            }
            int depth = depth(keys.get(i), cell, asked.get(i));
            if (depth < 0) {
                return -1;
            }
            weight += 100 - depth;
        }
        return weight;
    }

    /** 0 for the same value, n for a class n levels above, negative for another. */
    private int depth(String key, String cell, String value) {
        Categories tree = classes.get(key);
        return tree == null ? (cell.equals(value) ? 0 : -1) : tree.lineOf(value).indexOf(cell);
    }

    public String name() {
        return name;
    }

    public Spot spot() {
        return spot;
    }

    public List<Row> list() {
        return rows;
    }
}
