package org.shishi.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A city to begin with, as the files under {@code city/<code>/} describe it: divisions, units, and which accounts are
 * opened. Passwords are made here; they are handed back this once and kept nowhere.
 */
public final class DemoCity {
    private static final CsvRows ADMIN =
            CsvRows.of("account,name,duty,unit,count\nadmin,系统管理员 Administrator,admin,city,1\n");

    private final City city;
    private final CsvRows accounts;

    private DemoCity(City city, CsvRows accounts) {
        this.city = city;
        this.accounts = accounts;
    }

    /** With its departments, townships and an account for every duty; empty if there are no files for this city. */
    public static Optional<DemoCity> find(String code) {
        return findCity(code)
                .map(city -> new DemoCity(city, file(code, "accounts").orElseThrow()));
    }

    /** Only the city and its administrator. */
    public static DemoCity bare(String code) {
        return new DemoCity(findCity(code).map(City::bare).orElseGet(() -> City.nameless(code)), ADMIN);
    }

    private static Optional<City> findCity(String code) {
        return file(code, "units")
                .map(units -> new City(
                        units.rows().stream().map(DemoCity::unit).toList(),
                        file(code, "divisions").orElseThrow().rows().stream()
                                .map(DemoCity::division)
                                .toList(),
                        covers(units)));
    }

    private static Optional<CsvRows> file(String code, String name) {
        try (InputStream file = DemoCity.class.getResourceAsStream("/city/" + code + "/" + name + ".csv")) {
            return file == null ? Optional.empty() : Optional.of(CsvRows.of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unit unit(CsvRows.Row row) {
        return new Unit(
                row.get("id"),
                row.get("name"),
                row.get("name_en"),
                row.get("kind"),
                given(row.get("parent")),
                given(row.get("division")),
                row.get("sign"));
    }

    private static Division division(CsvRows.Row row) {
        return new Division(row.get("code"), row.get("name"), row.get("name_en"), given(row.get("parent")));
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    private static Map<String, List<String>> covers(CsvRows units) {
        Map<String, List<String>> covers = new LinkedHashMap<>();
        units.rows().stream()
                .filter(row -> !row.get("covers").isEmpty())
                .forEach(row -> covers.put(
                        row.get("id"), Arrays.asList(row.get("covers").split(" "))));
        return covers;
    }

    /** Its units and divisions. */
    public Roster roster() {
        return Roster.of(city.units(), city.divisions(), city.covers());
    }

    /** Those whose accounts are opened. */
    public List<Actor> actors() {
        return accounts.rows().stream()
                .flatMap(this::openings)
                .map(each -> new Actor(each.account(), each.name(), each.posts()))
                .toList();
    }

    /** The accounts to be opened, each with a password made now. */
    public List<Opening> openings() {
        return accounts.rows().stream().flatMap(this::openings).toList();
    }

    /** Writes all of it, or nothing. */
    public void write(People people, List<Opening> openings, Instant now) {
        people.found(city, openings, now);
    }

    /** As {@link #write(People, List, Instant)} with accounts whose passwords nobody is told. */
    public void write(People people, Instant now) {
        write(people, openings(), now);
    }

    /** A unit {@code *department} stands for all of that kind. */
    private Stream<Opening> openings(CsvRows.Row row) {
        String where = row.get("unit");
        if (!where.startsWith("*")) {
            return numbered(row, where, "");
        }
        return city.units().stream()
                .filter(unit -> unit.kind().equals(where.substring(1)))
                .flatMap(unit -> numbered(row, unit.id(), unit.name()));
    }

    private static Stream<Opening> numbered(CsvRows.Row row, String unit, String name) {
        int count = Integer.parseInt(row.get("count"));
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Opening(
                        row.get("account").replace("{unit}", unit) + (count == 1 ? "" : "-" + n),
                        row.get("name").replace("{name}", name) + (count == 1 ? "" : n),
                        Passwords.generate(),
                        List.of(new Post(row.get("duty"), unit))));
    }
}
