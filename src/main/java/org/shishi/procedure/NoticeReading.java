package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the notices of a procedure file. */
record NoticeReading(Map<String, Act> acts, Map<String, Field> fields) {
    private static final String HOLDER = "holder";
    private static final String ANY = "any";

    static Map<String, Notice> of(Yaml yaml, Map<String, Act> acts, Map<String, Field> fields) {
        NoticeReading reading = new NoticeReading(acts, fields);
        Map<String, Notice> notices = new LinkedHashMap<>();
        yaml.find("notices")
                .ifPresent(all -> all.map().forEach((name, said) -> notices.put(name, reading.notice(name, said))));
        return notices;
    }

    private Notice notice(String name, Yaml yaml) {
        yaml.map(Keywords.NOTICE);
        return new Notice(name, on(yaml.get("on")), to(yaml.get("to")), by(yaml.get("by")), yaml.spot());
    }

    private Set<String> on(Yaml yaml) {
        for (Yaml act : yaml.list()) {
            Act told = Optional.ofNullable(acts.get(act.text()))
                    .orElseThrow(() ->
                            act.spot().error("unknown act '" + act.text() + "'; expected one of " + acts.keySet()));
            if (told.does().isNotice()) {
                throw act.spot().error("'" + act.text() + "' tells of a notice: a notice about it would never end");
            }
        }
        return Set.copyOf(yaml.texts());
    }

    private Notice.To to(Yaml yaml) {
        String[] parts = yaml.text().split("@", 2);
        if (parts.length == 2) {
            return parts[1].equals(ANY)
                    ? new Notice.To.Everybody(parts[0])
                    : new Notice.To.Post(parts[0], Optional.of(parts[1]).filter(unit -> !unit.equals(HOLDER)));
        }
        Optional<Field> field = Optional.ofNullable(fields.get(yaml.text()));
        if (field.filter(each -> each.kind() == Field.Kind.PERSON).isPresent()) {
            return new Notice.To.Person(yaml.text());
        }
        if (yaml.text().equals(HOLDER)) {
            return new Notice.To.Holder();
        }
        throw yaml.spot()
                .error(
                        "nobody is called '" + yaml.text()
                                + "'; expected a field of kind person, 'holder', or a duty in a unit: duty@unit, duty@holder, duty@any");
    }

    private static List<Notice.Way> by(Yaml yaml) {
        return yaml.list().stream()
                .map(way -> Notice.Way.find(way.text())
                        .orElseThrow(() -> way.spot()
                                .error("unknown way '" + way.text() + "'; expected one of " + Notice.Way.keywords())))
                .distinct()
                .toList();
    }
}
