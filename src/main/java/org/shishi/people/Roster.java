package org.shishi.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units and divisions of a city at one moment (名册). Immutable: whoever holds one sees nothing change. */
public final class Roster {
    private final Map<String, Unit> units;
    private final Map<String, Division> divisions;
    private final Map<String, List<String>> covers;
    private final Map<String, List<Division>> children;
    private final Map<String, Unit> onTheSpot;

    private Roster(Collection<Unit> units, Collection<Division> divisions, Map<String, List<String>> covers) {
        this.units = ordered(units, Unit::id);
        this.divisions = ordered(divisions, Division::code);
        this.covers = Map.copyOf(covers);
        this.children = divisions.stream()
                .filter(division -> division.parent().isPresent())
                .collect(Collectors.groupingBy(division -> division.parent().orElseThrow()));
        this.onTheSpot = units.stream()
                .filter(unit -> unit.division().isPresent())
                .collect(Collectors.toMap(unit -> unit.division().orElseThrow(), unit -> unit, (first, _) -> first));
    }

    public static Roster of(Collection<Unit> units, Collection<Division> divisions) {
        return new Roster(units, divisions, Map.of());
    }

    /**
     * With the divisions some units look after besides their own.
     *
     * @param covers codes of divisions by id of unit
     */
    public static Roster of(Collection<Unit> units, Collection<Division> divisions, Map<String, List<String>> covers) {
        return new Roster(units, divisions, covers);
    }

    private static <T> Map<String, T> ordered(Collection<T> all, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(key.apply(one), one));
        return map;
    }

    public Optional<Unit> findUnit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /** @throws NoSuchElementException if there is none */
    public Unit getUnit(String id) {
        return findUnit(id).orElseThrow(() -> new NoSuchElementException("There is no unit '" + id + "'"));
    }

    /** In the order the city keeps them. */
    public List<Unit> listUnits() {
        return List.copyOf(units.values());
    }

    public List<Unit> listUnits(String kind) {
        return units.values().stream().filter(unit -> unit.kind().equals(kind)).toList();
    }

    public Optional<Division> findDivision(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /** @throws NoSuchElementException if there is none */
    public Division getDivision(String code) {
        return findDivision(code).orElseThrow(() -> new NoSuchElementException("There is no division '" + code + "'"));
    }

    /** In the order of their codes. */
    public List<Division> listDivisions() {
        return List.copyOf(divisions.values());
    }

    /** The divisions directly below one. */
    public List<Division> listBelow(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /** From the highest known division down to this one; empty if it is unknown. */
    public List<Division> path(String code) {
        List<Division> path = new ArrayList<>();
        Optional<Division> at = findDivision(code);
        while (at.isPresent() && !path.contains(at.get())) {
            path.addFirst(at.get());
            at = at.get().parent().flatMap(this::findDivision);
        }
        return List.copyOf(path);
    }

    /** Which unit is on the spot (属地): that of the division itself, else of the nearest one above it. */
    public Optional<Unit> unitOf(String division) {
        return path(division).reversed().stream()
                .flatMap(at -> Optional.ofNullable(onTheSpot.get(at.code())).stream())
                .findFirst();
    }

    /** The divisions a unit looks after: its own, and those assigned to it (a guidance group's townships). */
    public List<Division> divisionsOf(Unit unit) {
        List<String> codes = new ArrayList<>(unit.division().stream().toList());
        codes.addAll(covers.getOrDefault(unit.id(), List.of()));
        return codes.stream().flatMap(code -> findDivision(code).stream()).toList();
    }
}
