package org.shishi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.TestDatabase;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoCityDbTest {
    private static final Instant NOW = Instant.parse("2021-10-09T01:00:00Z");
    private static final People PEOPLE = new People(TestDatabase.asDesk(TestDatabase.fresh()), "370982");
    private static List<Opening> openings = List.of();

    @BeforeAll
    static void writeOnce() {
        DemoCity city = DemoCity.find("370982").orElseThrow();
        openings = city.openings();
        city.write(PEOPLE, openings, NOW);
    }

    @Test
    void everyDutyHasItsAccounts() {
        Set<String> duties = openings.stream()
                .flatMap(opening -> opening.posts().stream())
                .map(Post::duty)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "admin",
                        "arbitrator",
                        "auditor",
                        "caller-back",
                        "citizen",
                        "dispatcher",
                        "handler",
                        "gateway",
                        "head",
                        "leader",
                        "operator",
                        "supervisor"),
                duties);
        assertTrue(PEOPLE.actor("operator-3").holds("operator"));
        assertEquals(
                List.of(new Post("head", "dongdu")), PEOPLE.actor("dongdu-head").posts());
    }

    @Test
    void aGeneratedPasswordSignsInAndIsThenHashedAnew() {
        Opening one = openings.getFirst();
        assertTrue(one.password().matches("([a-z2-9]{4}-){2}[a-z2-9]{4}"), one.password());
        assertInstanceOf(SignIn.Welcome.class, PEOPLE.signIn(one.account(), one.password(), NOW));
        assertInstanceOf(SignIn.Welcome.class, PEOPLE.signIn(one.account(), one.password(), NOW));
        assertEquals(
                openings.size(),
                openings.stream().map(Opening::password).distinct().count());
    }

    @Test
    void everyTownshipHasItsUnitAndItsGuidanceGroup() {
        Roster roster = PEOPLE.roster();
        List<Division> towns = roster.listBelow("370982");
        assertEquals(21, towns.size());
        assertEquals(9, roster.listUnits("group").size());
        Set<Division> guided = new HashSet<>();
        roster.listUnits("group")
                .forEach(group -> roster.divisionsOf(group)
                        .forEach(town -> assertTrue(guided.add(town), town + " has two groups")));
        assertEquals(Set.copyOf(towns), guided);
        towns.forEach(town -> assertEquals(
                "township", roster.unitOf(town.code()).orElseThrow().kind()));
    }

    @Test
    void unitsNameEachOtherRightly() {
        Roster roster = PEOPLE.roster();
        List<Unit> units = roster.listUnits();
        assertEquals("city", units.getFirst().id());
        assertEquals(units.size(), units.stream().map(Unit::sign).distinct().count(), "signs (机关代字) are unique");
        units.forEach(unit -> {
            assertTrue(
                    unit.parent().isEmpty()
                            || roster.findUnit(unit.parent().get()).isPresent(),
                    unit.id());
            assertTrue(
                    unit.division().isEmpty()
                            || roster.findDivision(unit.division().get()).isPresent(),
                    unit.id());
            assertTrue(!unit.name().isEmpty() && !unit.nameEn().isEmpty(), unit.id());
        });
    }

    @Test
    void aCityIsFoundedOnce() {
        DemoCity again = DemoCity.find("370982").orElseThrow();
        assertThrows(DuplicateKeyException.class, () -> again.write(PEOPLE, NOW));
    }

    @Test
    void aBareCityHasOnlyAnAdministrator() {
        for (String code : List.of("370982", "110000")) {
            People people = new People(TestDatabase.asDesk(TestDatabase.fresh()), code);
            assertTrue(people.isEmpty());
            List<Opening> opened = DemoCity.bare(code).openings();
            DemoCity.bare(code).write(people, opened, NOW);
            assertEquals(List.of("admin"), opened.stream().map(Opening::account).toList());
            assertEquals(1, people.roster().listUnits().size());
            assertTrue(people.roster().findDivision(code).isPresent());
        }
        assertEquals(Optional.empty(), DemoCity.find("110000"));
    }

    @Test
    void oneWhoMayOnlyWorkHereCannotDeleteAnAccount() {
        var desk = JdbcClient.create(TestDatabase.asDesk(TestDatabase.fresh()));
        assertThrows(
                org.springframework.dao.DataAccessException.class,
                () -> desk.sql("DELETE FROM account").update());
    }
}
