package org.shishi.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units and divisions in the database. */
record RosterTables(JdbcClient jdbc, String city) {

    Roster read() {
        return Roster.of(units(), divisions(), covers());
    }

    private List<Unit> units() {
        return jdbc.sql("""
                        SELECT id, name, name_en, kind, parent, division, sign FROM unit
                        WHERE city = ? ORDER BY place, id""")
                .param(city)
                .query((row, _) -> new Unit(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("parent")),
                        Optional.ofNullable(row.getString("division")),
                        row.getString("sign")))
                .list();
    }

    private List<Division> divisions() {
        return jdbc.sql("SELECT code, name, name_en, parent FROM division WHERE city = ? ORDER BY code")
                .param(city)
                .query((row, _) -> new Division(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        Optional.ofNullable(row.getString("parent"))))
                .list();
    }

    private record Cover(String unit, String division) {}

    private Map<String, List<String>> covers() {
        return jdbc
                .sql("SELECT unit, division FROM unit_cover WHERE city = ? ORDER BY unit, division")
                .param(city)
                .query((row, _) -> new Cover(row.getString("unit"), row.getString("division")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Cover::unit, Collectors.mapping(Cover::division, Collectors.toList())));
    }

    /** Adds divisions, or renames and moves those that are there; an English name is kept where none is given. */
    void writeDivisions(Collection<Division> divisions) {
        List<Division> all = List.copyOf(divisions);
        jdbc.sql("""
                        INSERT INTO division (city, code, name, name_en, parent)
                        SELECT ?, * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                        ON CONFLICT (city, code) DO UPDATE SET name = excluded.name, parent = excluded.parent,
                            name_en = CASE excluded.name_en WHEN '' THEN division.name_en ELSE excluded.name_en END""")
                .params(
                        city,
                        texts(all.stream().map(Division::code).toList()),
                        texts(all.stream().map(Division::name).toList()),
                        texts(all.stream().map(Division::nameEn).toList()),
                        optionals(all.stream().map(Division::parent).toList()))
                .update();
    }

    /** Adds units in this order, or changes those that are there. */
    void writeUnits(List<Unit> units) {
        jdbc.sql("""
                        INSERT INTO unit (city, place, id, name, name_en, kind, parent, division, sign)
                        SELECT ?, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                        ON CONFLICT (city, id) DO UPDATE SET place = excluded.place, name = excluded.name,
                            name_en = excluded.name_en, kind = excluded.kind, parent = excluded.parent,
                            division = excluded.division, sign = excluded.sign""")
                .params(
                        city,
                        IntStream.range(0, units.size()).toArray(),
                        texts(units.stream().map(Unit::id).toList()),
                        texts(units.stream().map(Unit::name).toList()),
                        texts(units.stream().map(Unit::nameEn).toList()),
                        texts(units.stream().map(Unit::kind).toList()),
                        optionals(units.stream().map(Unit::parent).toList()),
                        optionals(units.stream().map(Unit::division).toList()),
                        texts(units.stream().map(Unit::sign).toList()))
                .update();
    }

    /** Which divisions a unit looks after besides its own, in place of those it had. */
    void writeCovers(Map<String, List<String>> covers) {
        covers.forEach((unit, divisions) -> {
            jdbc.sql("DELETE FROM unit_cover WHERE city = ? AND unit = ?")
                    .params(city, unit)
                    .update();
            jdbc.sql("INSERT INTO unit_cover (city, unit, division) SELECT ?, ?, * FROM unnest(?::text[])")
                    .params(city, unit, texts(divisions))
                    .update();
        });
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // the database's word for absent
    private static String[] optionals(List<Optional<String>> values) {
        return values.stream().map(value -> value.orElse(null)).toArray(String[]::new);
    }
}
