package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of matter goes: its fields, the acts that may be done and the deadlines they set.
 *
 * @param hash content hash of what was read; stands in every entry made under it
 * @param number pattern of the numbers its matters bear, for example {@code SQ-{date}-{n}}
 * @param tables the dated tables of its pack, for checks and measures to look rules up in
 * @param under what stands in an entry as such: {@code appeal@1#0123456789abcdef}
 * @param source the text it was read from, kept so that old matters stay under their version
 */
public record Procedure(
        String name,
        int version,
        String hash,
        String pack,
        String number,
        Map<String, Field> fields,
        Map<String, Act> acts,
        Map<String, Deadline> deadlines,
        Map<String, Notice> notices,
        Waiting waiting,
        List<String> stages,
        Map<String, DatedTable> tables,
        String under,
        String source,
        Spot spot) {

    public Optional<Act> findAct(String act) {
        return Optional.ofNullable(acts.get(act));
    }

    /** @throws IllegalStateException when this version knows no such act */
    public Act act(String name) {
        return findAct(name).orElseThrow(() -> new IllegalStateException(under() + " has no act " + name));
    }

    /** A dated table of the pack, keyed by the fields of this procedure. */
    public Optional<DatedTable> findTable(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** The field a fact's key belongs to. */
    public Optional<Field> fieldOf(String key) {
        int dot = key.indexOf('.');
        return Optional.ofNullable(fields.get(dot < 0 ? key : key.substring(0, dot)));
    }

    /** The notices that go out when an act was done. */
    public List<Notice> noticesOn(String act) {
        return notices.values().stream()
                .filter(notice -> notice.on().contains(act))
                .toList();
    }

    /** The act by which it is recorded what became of a notice; a version without notices has none. */
    public Optional<Act> findAct(Act.Does does) {
        return acts.values().stream().filter(act -> act.does() == does).findFirst();
    }

    /** The acts that put a matter on account. */
    public List<Act> openings() {
        return acts.values().stream().filter(Act::opens).toList();
    }

    /** A stage that nothing leads out of but within a window: the matter is off the account. */
    public boolean isClosed(String stage) {
        return acts.values().stream()
                .noneMatch(act -> act.isAt(stage)
                        && act.conditions().before().isEmpty()
                        && act.to().filter(to -> !to.equals(stage)).isPresent());
    }

    void requireAct(String act, Spot spot) {
        if (!acts.containsKey(act)) {
            throw spot.error("unknown act '" + act + "'; expected one of " + acts.keySet());
        }
    }

    Field requireField(String name, Spot spot) {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> spot.error("unknown field '" + name + "'; expected one of " + fields.keySet()));
    }

    static Procedure read(
            Yaml yaml,
            String pack,
            String hash,
            String source,
            Map<String, DatedTable> tables,
            Map<String, Field> fields) {
        yaml.map(Keywords.PROCEDURE);
        Map<String, Act> acts = new LinkedHashMap<>();
        yaml.get("acts").map().forEach((name, act) -> acts.put(name, Act.read(name, act, fields)));
        Map<String, Deadline> deadlines = new LinkedHashMap<>();
        yaml.find("deadlines")
                .ifPresent(all -> all.map()
                        .forEach((name, deadline) -> deadlines.put(name, Deadline.read(name, deadline, tables))));
        String name = yaml.get("procedure").text();
        int version = yaml.get("version").number();
        Procedure procedure = new Procedure(
                name,
                version,
                hash,
                pack,
                yaml.get("number").text(),
                fields,
                acts,
                deadlines,
                NoticeReading.of(yaml, acts, fields),
                yaml.find("waiting").map(said -> Waiting.read(said, fields)).orElse(Waiting.PLAIN),
                stages(acts),
                Map.copyOf(tables),
                name + "@" + version + "#" + hash,
                source,
                yaml.spot());
        ProcedureCheck.of(procedure);
        return procedure;
    }

    private static List<String> stages(Map<String, Act> acts) {
        Set<String> stages = new LinkedHashSet<>();
        acts.values().forEach(act -> act.to().ifPresent(stages::add));
        return List.copyOf(stages);
    }

    /** The fields of a procedure file, read first because tables and acts refer to them. */
    static Map<String, Field> fields(Yaml yaml) {
        Map<String, Field> fields = new LinkedHashMap<>();
        yaml.get("fields").map().forEach((name, field) -> fields.put(name, Field.read(name, field)));
        return fields;
    }
}
