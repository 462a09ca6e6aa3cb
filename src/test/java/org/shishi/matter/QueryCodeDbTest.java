package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shishi.people.Actor;

/** Who shows number and code is the caller of that one matter, and of no other. */
@TestInstance(Lifecycle.PER_CLASS)
class QueryCodeDbTest {
    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open();
    }

    @AfterAll
    void close() {
        office.close();
    }

    private String register(Actor by) {
        Map<String, String> facts = Map.of("text", "路灯不亮", "subject", "0305", "channel", "web", "urgency", "ordinary");
        Outcome outcome = office.desk().act(Command.open("appeal", "register", by, facts, Command.Via.WEB));
        return assertInstanceOf(Outcome.Recorded.class, outcome)
                .entry()
                .number()
                .orElseThrow();
    }

    private List<Refusal> contest(String number, Actor by) {
        Standing standing = office.desk().find(number).orElseThrow();
        var procedure = TestOffice.PACKS.findProcedure("appeal").orElseThrow();
        return office.desk().objections(procedure, procedure.act("rate"), java.util.Optional.of(standing), by);
    }

    @Test
    void aCodeIsEightPlainCharactersAndAnotherForEveryNumber() {
        QueryCode one = QueryCode.of(office.setting(), "SQ-20211008-0001");
        assertTrue(one.text().matches("[2-9A-HJ-NP-Z]{8}"), one.text());
        assertEquals(one, QueryCode.of(office.setting(), "SQ-20211008-0001"));
        assertNotEquals(one, QueryCode.of(office.setting(), "SQ-20211008-0002"));
        assertTrue(one.isTyped(" " + one.grouped().toLowerCase(java.util.Locale.ROOT) + " "));
        assertFalse(one.isTyped(one.text().substring(1)));
        assertFalse(one.isTyped(""));
    }

    @Test
    void theCallerOfAMatterActsInThatOneOnly() {
        String mine = register(TestOffice.OPERATOR);
        String other = register(Actor.caller());
        assertInstanceOf(
                Refusal.NotAtThisStage.class,
                contest(mine, Actor.callerOf(mine)).getFirst());
        assertInstanceOf(
                Refusal.NotYourUnit.class, contest(other, Actor.callerOf(mine)).getFirst());
        assertInstanceOf(
                Refusal.NotYourUnit.class, contest(other, Actor.caller()).getFirst());
        assertInstanceOf(
                Refusal.NotYourUnit.class, contest(mine, TestOffice.CITIZEN).getFirst());
    }
}
