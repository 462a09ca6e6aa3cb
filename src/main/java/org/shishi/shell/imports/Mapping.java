package org.shishi.shell.imports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Yaml;

/** How one row of a foreign list becomes one matter. The head of {@code import/replied.yaml} explains the language. */
record Mapping(
        Procedure procedure,
        Format format,
        Map<String, String> columns,
        Set<String> ignored,
        Slip slip,
        List<MappedAct> acts) {
    private static final Set<String> KEYWORDS =
            Set.of("procedure", "format", "columns", "ignored", "slip", "maps", "acts");

    /** How the file is written. */
    record Format(List<DateTimeFormatter> times, ZoneId zone, Optional<String> encoding, Optional<String> sheet) {}

    /** What makes a row's slips. */
    record Slip(String prefix, String column) {}

    /**
     * One thing that happened.
     *
     * @param as the duty it was done by
     * @param at our name of the column with its time
     * @param when only where this column has a value
     */
    record MappedAct(String act, String as, String at, Optional<String> when, Map<String, Asks> asks) {}

    /**
     * Where a fact comes from.
     *
     * @param value the same for every row; otherwise taken from the columns
     * @param with what stands between joined columns
     * @param map values put into ours, tried in order
     * @param prefix set before a value that is not empty
     */
    record Asks(
            Optional<String> value,
            List<String> columns,
            String with,
            Optional<Map<String, String>> map,
            String prefix) {}

    static Mapping read(String file, String text, Packs packs) {
        Yaml yaml = Yaml.of(file, text);
        yaml.map(KEYWORDS);
        Yaml named = yaml.get("procedure");
        Procedure procedure = packs.findProcedure(named.text())
                .orElseThrow(() -> named.spot().error("no procedure '" + named.text() + "'"));
        Map<String, String> columns = new LinkedHashMap<>();
        yaml.get("columns").map().forEach((name, heading) -> columns.put(name, heading.text()));
        Reading reading = new Reading(procedure, columns, maps(yaml));
        Yaml slip = yaml.get("slip");
        slip.map(Set.of("prefix", "column"));
        return new Mapping(
                procedure,
                format(yaml.get("format")),
                columns,
                Set.copyOf(yaml.find("ignored").map(Yaml::texts).orElse(List.of())),
                new Slip(slip.get("prefix").text(), reading.column(slip.get("column"))),
                yaml.get("acts").list().stream().map(reading::act).toList());
    }

    private static Format format(Yaml yaml) {
        yaml.map(Set.of("times", "zone", "encoding", "sheet"));
        return new Format(
                yaml.get("times").texts().stream()
                        .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                        .toList(),
                ZoneId.of(yaml.get("zone").text()),
                yaml.find("encoding").map(Yaml::text),
                yaml.find("sheet").map(Yaml::text));
    }

    private static Map<String, Map<String, String>> maps(Yaml yaml) {
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        yaml.find("maps")
                .ifPresent(all -> all.map().forEach((name, map) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    map.map().forEach((from, to) -> values.put(from, to.text()));
                    maps.put(name, values);
                }));
        return maps;
    }

    /** Reads the parts that refer to columns and maps. */
    private record Reading(Procedure procedure, Map<String, String> columns, Map<String, Map<String, String>> maps) {

        String column(Yaml yaml) {
            if (!columns.containsKey(yaml.text())) {
                throw yaml.spot().error("no column '" + yaml.text() + "'; expected one of " + columns.keySet());
            }
            return yaml.text();
        }

        MappedAct act(Yaml yaml) {
            yaml.map(Set.of("act", "as", "at", "when", "asks"));
            Yaml act = yaml.get("act");
            if (procedure.findAct(act.text()).isEmpty()) {
                throw act.spot().error("'" + procedure.name() + "' has no act '" + act.text() + "'");
            }
            Map<String, Asks> asks = new LinkedHashMap<>();
            yaml.find("asks").ifPresent(all -> all.map().forEach((fact, from) -> asks.put(fact, asks(from))));
            return new MappedAct(
                    act.text(),
                    yaml.get("as").text(),
                    column(yaml.get("at")),
                    yaml.find("when").map(this::column),
                    asks);
        }

        private Asks asks(Yaml yaml) {
            Map<String, Yaml> said = yaml.map(Set.of("value", "column", "columns", "with", "map", "prefix"));
            List<String> from = said.containsKey("columns")
                    ? yaml.get("columns").list().stream().map(this::column).toList()
                    : yaml.find("column").map(this::column).map(List::of).orElse(List.of());
            if (from.isEmpty() == yaml.find("value").isEmpty()) {
                throw yaml.spot().error("a fact has either a value or columns");
            }
            return new Asks(
                    yaml.find("value").map(Yaml::text),
                    from,
                    yaml.find("with").map(Yaml::text).orElse(" "),
                    yaml.find("map").map(this::map),
                    yaml.find("prefix").map(Yaml::text).orElse(""));
        }

        private Map<String, String> map(Yaml yaml) {
            return Optional.ofNullable(maps.get(yaml.text()))
                    .orElseThrow(
                            () -> yaml.spot().error("no map '" + yaml.text() + "'; expected one of " + maps.keySet()));
        }
    }
}
