package org.shishi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final Division CITY = new Division("370982", "新泰市", "Xintai", Optional.empty());
    private static final Division TOWN = new Division("370982101", "东都镇", "Dongdu Town", Optional.of("370982"));
    private static final Division VILLAGE = new Division("370982101200", "某村村委会", "", Optional.of("370982101"));
    private static final Unit GOVERNMENT =
            new Unit("city", "新泰市", "Xintai", "city", Optional.empty(), Optional.of("370982"), "新政");
    private static final Unit DONGDU =
            new Unit("dongdu", "东都镇", "Dongdu", "township", Optional.of("city"), Optional.of("370982101"), "东政");
    private static final Unit GROUP =
            new Unit("group-1", "第一组", "Group 1", "group", Optional.of("city"), Optional.empty(), "");
    private static final Roster ROSTER = Roster.of(
            List.of(GOVERNMENT, DONGDU, GROUP), List.of(CITY, TOWN, VILLAGE), Map.of("group-1", List.of("370982101")));

    @Test
    void aVillageIsAnsweredForByItsTownship() {
        assertEquals(Optional.of(DONGDU), ROSTER.unitOf("370982101200"));
        assertEquals(Optional.of(DONGDU), ROSTER.unitOf("370982101"));
        assertEquals(Optional.of(GOVERNMENT), ROSTER.unitOf("370982"));
        assertEquals(Optional.empty(), ROSTER.unitOf("110101"));
    }

    @Test
    void aDivisionStandsBelowThoseAboveIt() {
        assertEquals(List.of(CITY, TOWN, VILLAGE), ROSTER.path("370982101200"));
        assertEquals(List.of(TOWN), ROSTER.listBelow("370982"));
        assertEquals(List.of(), ROSTER.listBelow("370982101200"));
    }

    @Test
    void aUnitLooksAfterItsOwnDivisionAndThoseAssigned() {
        assertEquals(List.of(TOWN), ROSTER.divisionsOf(DONGDU));
        assertEquals(List.of(TOWN), ROSTER.divisionsOf(GROUP));
    }

    @Test
    void findIsOptionalAndGetThrows() {
        assertEquals(Optional.empty(), ROSTER.findUnit("nobody"));
        assertThrows(NoSuchElementException.class, () -> ROSTER.getUnit("nobody"));
        assertEquals(GROUP, ROSTER.getUnit("group-1"));
        assertEquals(List.of(GROUP), ROSTER.listUnits("group"));
    }

    @Test
    void aNameWithoutEnglishIsShownInChinese() {
        assertEquals("某村村委会", VILLAGE.name(Locale.ENGLISH));
        assertEquals("Dongdu Town", TOWN.name(Locale.ENGLISH));
        assertEquals("东都镇", TOWN.name(Locale.SIMPLIFIED_CHINESE));
    }
}
