package org.shishi.shell.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shishi.paper.lists.Written;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Yaml;

/** Reads a mapping file; what cannot be right is told with file, line and what was expected, before any row is read. */
final class MappingReader {
    /** How Excel's own times come out, and what nobody can misread. */
    private static final String ALWAYS = "uuuu-MM-dd HH:mm:ss";

    private MappingReader() {}

    /** @throws org.shishi.procedure.PackError with file and line */
    static Mapping read(String file, String text, Packs packs) {
        Yaml yaml = Yaml.of(file, text);
        yaml.map(Keywords.MAPPING);
        Yaml named = yaml.get("procedure");
        Procedure procedure = packs.findProcedure(named.text())
                .orElseThrow(() -> named.spot().error("no procedure '" + named.text() + "'"));
        Map<String, String> columns = columns(yaml.get("columns"));
        ActReader acts = new ActReader(packs, procedure, columns, maps(yaml));
        Yaml format = yaml.get("format");
        format.map(Keywords.FORMAT);
        return new Mapping(
                procedure,
                written(format),
                times(format),
                columns,
                Set.copyOf(yaml.find("ignored").map(Yaml::texts).orElse(List.of())),
                slip(yaml.get("slip"), acts),
                acts.read(yaml.get("acts")));
    }

    private static Map<String, String> columns(Yaml yaml) {
        Map<String, String> columns = new LinkedHashMap<>();
        yaml.map().forEach((name, heading) -> {
            if (columns.containsValue(heading.text())) {
                throw heading.spot().error("'" + heading.text() + "' stands here twice");
            }
            columns.put(name, heading.text());
        });
        return columns;
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

    private static Written written(Yaml format) {
        return new Written(
                format.find("encoding").map(Yaml::text),
                format.find("separator").map(MappingReader::separator).orElse(','),
                format.find("sheet").map(Yaml::text),
                format.find("headings").map(MappingReader::row).orElse(1));
    }

    private static char separator(Yaml yaml) {
        if (yaml.text().length() != 1) {
            throw yaml.spot().error("expected one sign, such as \";\" or \"\\t\"");
        }
        return yaml.text().charAt(0);
    }

    private static int row(Yaml yaml) {
        if (yaml.number() < 1) {
            throw yaml.spot().error("expected the row of the headings, from 1");
        }
        return yaml.number();
    }

    private static Mapping.Times times(Yaml format) {
        Yaml zone = format.get("zone");
        List<DateTimeFormatter> patterns = new ArrayList<>(
                format.get("times").list().stream().map(MappingReader::pattern).toList());
        patterns.add(DateTimeFormatter.ofPattern(ALWAYS).withResolverStyle(ResolverStyle.STRICT));
        try {
            return new Mapping.Times(List.copyOf(patterns), ZoneId.of(zone.text()));
        } catch (DateTimeException e) {
            throw zone.spot().error("no time zone '" + zone.text() + "'; such as Asia/Shanghai");
        }
    }

    /** Strict: 31 February is no day. A strict year is {@code u}; most people write {@code y} and mean the same. */
    private static DateTimeFormatter pattern(Yaml yaml) {
        try {
            return DateTimeFormatter.ofPattern(yaml.text().replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw yaml.spot().error("no pattern of a time: '" + yaml.text() + "'; such as uuuu-MM-dd HH:mm:ss");
        }
    }

    private static Mapping.Slip slip(Yaml slip, ActReader columns) {
        slip.map(Keywords.SLIP);
        return new Mapping.Slip(slip.get("prefix").text(), columns.column(slip.get("column")));
    }
}
