package org.shishi.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a city begins with: its units and divisions. */
record City(List<Unit> units, List<Division> divisions, Map<String, List<String>> covers) {

    /** Only the city itself, under its code until somebody names it. */
    static City nameless(String code) {
        Unit city = new Unit("city", code, code, "city", Optional.empty(), Optional.of(code), "");
        return new City(List.of(city), List.of(new Division(code, code, code, Optional.empty())), Map.of());
    }

    /** The city without anything below it. */
    City bare() {
        return new City(units.subList(0, 1), divisions.subList(0, 1), Map.of());
    }
}
