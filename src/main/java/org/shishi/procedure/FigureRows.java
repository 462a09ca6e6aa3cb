package org.shishi.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of a register a figure is made of.
 *
 * @param where only rows that hold one of these values in each of these columns
 * @param unless no row that holds one of these values in one of these columns; an empty cell holds none
 * @param least only rows that hold at least so much in each of these columns
 */
public record FigureRows(Map<String, Set<String>> where, Map<String, Set<String>> unless, Map<String, Integer> least) {
    /** Every row. */
    static final FigureRows ALL = new FigureRows(Map.of(), Map.of(), Map.of());

    public FigureRows {
        where = Collections.unmodifiableMap(where);
        unless = Collections.unmodifiableMap(unless);
        least = Collections.unmodifiableMap(least);
    }

    static FigureRows read(Yaml yaml) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        yaml.find("stage").ifPresent(stages -> where.put("stage", new LinkedHashSet<>(stages.texts())));
        where.putAll(values(yaml, "where"));
        Map<String, Integer> least = new LinkedHashMap<>();
        yaml.find("least").ifPresent(columns -> columns.map().forEach((column, n) -> least.put(column, n.number())));
        return new FigureRows(where, values(yaml, "unless"), least);
    }

    private static Map<String, Set<String>> values(Yaml yaml, String keyword) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        yaml.find(keyword)
                .ifPresent(columns ->
                        columns.map().forEach((column, some) -> values.put(column, new LinkedHashSet<>(some.texts()))));
        return values;
    }

    /** Every column it looks at. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(where.keySet());
        columns.addAll(unless.keySet());
        columns.addAll(least.keySet());
        return columns;
    }

    /** Whether a row with these cells is one of them. */
    boolean hold(Map<String, String> row) {
        return where.entrySet().stream().allMatch(each -> holds(row, each))
                && unless.entrySet().stream().noneMatch(each -> holds(row, each))
                && least.entrySet().stream().allMatch(each -> reaches(row, each));
    }

    private static boolean holds(Map<String, String> row, Map.Entry<String, Set<String>> values) {
        return values.getValue().contains(row.getOrDefault(values.getKey(), ""));
    }

    private static boolean reaches(Map<String, String> row, Map.Entry<String, Integer> least) {
        return Optional.ofNullable(row.get(least.getKey()))
                .filter(cell -> new BigDecimal(cell).compareTo(BigDecimal.valueOf(least.getValue())) >= 0)
                .isPresent();
    }
}
