package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.matter.TestOffice.CALLER_BACK;
import static org.shishi.matter.TestOffice.CHENGGUAN;
import static org.shishi.matter.TestOffice.CITIZEN;
import static org.shishi.matter.TestOffice.DISPATCHER;
import static org.shishi.matter.TestOffice.OPERATOR;
import static org.shishi.matter.TestOffice.SUPERVISOR;
import static org.shishi.matter.TestOffice.ZHUJIAN;
import static org.shishi.matter.TestOffice.recorded;
import static org.shishi.matter.TestOffice.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.store.Numbered;

class DeskDbTest {
    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private TestOffice office = TestOffice.over(database);

    @BeforeEach
    void morning() {
        office.clock("2021-10-08T09:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anAppealGoesFromRegistrationToStrikeOff() {
        String number = office.upTo("strike");
        assertEquals("SQ-20211008-0001", number);
        Matter matter = office.matters().get(number);
        assertEquals("struck", matter.standing().stage());
        assertTrue(matter.isClosed());
        assertEquals(
                List.of("counting-dispatch", "counting-call-back", "reopening"),
                matter.standing().dues().stream().map(Due::deadline).toList());
        assertEquals(6, matter.said().size());
    }

    @Test
    void numbersHaveNoGapsThoughSomeAreRefused() {
        assertEquals("SQ-20211008-0001", office.register());
        office.desk().act(Command.open("appeal", "register", OPERATOR, Map.of(), Command.Via.WEB));
        assertEquals("SQ-20211008-0002", office.register());
        office.clock("2021-10-09T09:00");
        assertEquals("SQ-20211009-0001", office.register());
    }

    @Test
    void aDispatchedAppealHasTwoDeadlinesWithTheirBasis() {
        String number = office.upTo("dispatch");
        Standing standing = office.matters().get(number).standing();
        assertEquals(
                TestOffice.at("2021-10-08T14:30"),
                standing.findDue("signing").orElseThrow().at());
        Due answer = standing.findDue("answer").orElseThrow();
        assertEquals(TestOffice.at("2021-10-14T17:30"), answer.at()); // the 9th is a make-up working day
        assertTrue(answer.basis().contains("山东省"));
    }

    @Test
    void theWrongDutyUnitOrStageIsTurnedAwayAtTheDoor() {
        String number = office.upTo("dispatch");
        assertEquals(List.of("not-your-duty"), refused(office.act(number, "sign", OPERATOR, Map.of())));
        assertEquals(List.of("not-your-unit"), refused(office.act(number, "sign", ZHUJIAN, Map.of())));
        assertEquals(
                List.of("not-at-this-stage"), refused(office.act(number, "answer", CHENGGUAN, Map.of("answer", "好"))));
        assertEquals(List.of("unknown"), refused(office.act("SQ-20211008-9999", "sign", CHENGGUAN, Map.of())));
        assertEquals(List.of("unknown"), refused(office.act(number, "dance", CHENGGUAN, Map.of())));
    }

    @Test
    void aClosedAppealTakesNoMore() {
        String number = office.upTo("strike");
        assertEquals(List.of("closed"), refused(office.act(number, "answer", CHENGGUAN, Map.of("answer", "再答"))));
    }

    @Test
    void everyMistakeInAFormIsNamedAtOnce() {
        Map<String, String> typed = new HashMap<>(TestOffice.appeal());
        typed.put("text", " ");
        typed.put("subject", "9999");
        typed.put("caller.phone", "not a phone");
        typed.put("place.division", "110000");
        typed.put("colour", "red");
        Outcome outcome = office.desk().act(Command.open("appeal", "register", OPERATOR, typed, Command.Via.WEB));
        assertEquals(
                List.of("field-needed", "unknown-choice", "unknown-choice", "field-wrong", "field-unknown"),
                refused(outcome));
    }

    @Test
    void aTextMayBeAsLongAsTheFieldAndNoLonger() {
        Map<String, String> typed = new HashMap<>(TestOffice.appeal());
        typed.put("text", "灯".repeat(10_001));
        assertEquals(
                List.of("too-long"),
                refused(office.desk().act(Command.open("appeal", "register", OPERATOR, typed, Command.Via.WEB))));
        typed.put("text", "灯".repeat(10_000));
        recorded(office.desk().act(Command.open("appeal", "register", OPERATOR, typed, Command.Via.WEB)));
    }

    @Test
    void twoClerksAtOnceEndInMovedOn() {
        String number = office.upTo("dispatch");
        long seen = office.matters().get(number).standing().lastPosition();
        Command first =
                Command.on(number, "sign", CHENGGUAN, Map.of(), Command.Via.WEB).expecting(seen);
        recorded(office.desk().act(first));
        Command second =
                Command.on(number, "sign", CHENGGUAN, Map.of(), Command.Via.WEB).expecting(seen);
        assertEquals(List.of("moved-on"), refused(office.desk().act(second)));
    }

    @Test
    void aDoubleClickRecordsOnce() {
        Command command = Command.open("appeal", "register", OPERATOR, TestOffice.appeal(), Command.Via.WEB)
                .slip("one-click");
        List<Outcome> outcomes = office.desk().actAll(List.of(command, command));
        outcomes = List.of(outcomes.get(0), outcomes.get(1), office.desk().act(command));
        assertEquals(1, outcomes.stream().map(TestOffice::recorded).distinct().count());
        assertTrue(((Outcome.Recorded) outcomes.get(2)).again());
    }

    @Test
    void aSlipUsedLongAgoIsTheSameActThoughItWouldBeRefusedNow() {
        String number = office.upTo("dispatch");
        Command sign =
                Command.on(number, "sign", CHENGGUAN, Map.of(), Command.Via.API).slip("long-ago");
        recorded(office.desk().act(sign));
        try (TestOffice restarted = TestOffice.over(database)) {
            restarted.clock("2021-10-08T09:30");
            restarted.register(); // from now on this node foresees
            Outcome again = restarted.desk().act(sign);
            assertTrue(again instanceof Outcome.Recorded recorded && recorded.again(), again.toString());
        }
    }

    @Test
    void aSlipDoesNotServeTwoActs() {
        String number = office.upTo("dispatch");
        recorded(office.desk()
                .act(Command.on(number, "sign", CHENGGUAN, Map.of(), Command.Via.WEB)
                        .slip("s")));
        Command other = Command.on(number, "answer", CHENGGUAN, Map.of("answer", "好"), Command.Via.WEB)
                .slip("s");
        assertEquals(List.of("slip-used"), refused(office.desk().act(other)));
    }

    @Test
    void whatHappenedFitsBetweenTheLastEntryAndNow() {
        String number = office.register();
        Command early = Command.on(number, "dispatch", DISPATCHER, Map.of("unit", "chengguan"), Command.Via.WEB);
        assertEquals(List.of("too-early"), refused(office.desk().act(early.at(TestOffice.at("2021-10-08T08:59")))));
        assertEquals(List.of("in-the-future"), refused(office.desk().act(early.at(TestOffice.at("2021-10-08T09:01")))));
    }

    @Test
    void theSecondPersonIsNeitherOfTheUnitNorTheOneWhoCalledBack() {
        String number = office.upTo("call-back");
        var sameUnit = TestOffice.actor("boss", "supervisor", "chengguan");
        var sameHand = TestOffice.actor(CALLER_BACK.account(), "supervisor", "hotline");
        Map<String, String> proof = Map.of("proof", "照片");
        assertEquals(List.of("second-person"), refused(office.act(number, "strike", sameUnit, proof)));
        assertEquals(List.of("second-person"), refused(office.act(number, "strike", sameHand, proof)));
        recorded(office.act(number, "strike", SUPERVISOR, proof));
    }

    @Test
    void theButtonsAreThoseThatWouldBeAccepted() {
        String number = office.upTo("dispatch");
        Matter matter = office.matters().get(number);
        var standing = java.util.Optional.of(matter.standing());
        assertEquals(
                List.of("return", "sign", "contact", "relate", "contest-count", "show"),
                office.desk().possible(matter.procedure(), standing, CHENGGUAN).stream()
                        .map(act -> act.name())
                        .toList());
        assertEquals(List.of(), office.desk().possible(matter.procedure(), standing, CITIZEN));
    }

    @Test
    void personalFactsAreSealedMaskedShownForAReasonAndErased() throws SQLException {
        String number = office.upTo("call-back");
        long matter = office.matters().get(number).standing().matter();
        assertEquals("199****1234", office.matters().masked(matter).values().get("caller.phone"));
        assertFalse(office.matters().get(number).facts().find("caller.phone").isPresent());
        var shown = office.act(number, "show", SUPERVISOR, Map.of("why", "核对电话"));
        var clear = office.matters().reveal((Outcome.Recorded) shown);
        assertEquals("王先生", clear.values().get("caller.name"));
        assertEquals(1, office.matters().traced("199 0000 1234", 10).size());
        recorded(office.act(
                number, "strike", TestOffice.actor("second", "supervisor", "hotline"), Map.of("proof", "照片")));
        recorded(office.act(number, "erase", TestOffice.ADMIN, Map.of("why", "本人要求删除")));
        assertTrue(office.matters().masked(matter).isEmpty());
        assertEquals(List.of(), office.matters().traced("19900001234", 10));
        assertEquals(0, count("SELECT count(*) FROM secret"));
    }

    private int count(String sql) throws SQLException {
        try (Connection c = database.getConnection();
                var rows = c.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void importedHistoryDoesNotRingUntilSomebodyActsHere() {
        String number = recorded(office.desk()
                .act(Command.open("appeal", "register", OPERATOR, TestOffice.appeal(), Command.Via.IMPORT)
                        .at(TestOffice.at("2021-03-01T09:00"))));
        recorded(office.desk()
                .act(Command.on(number, "dispatch", DISPATCHER, Map.of("unit", "chengguan"), Command.Via.IMPORT)
                        .at(TestOffice.at("2021-03-01T09:00"))));
        assertTrue(office.matters()
                .get(number)
                .standing()
                .isLate(office.setting().clock().instant()));
        assertEquals(List.of(), office.desk().past(office.setting().clock().instant(), 10));
        recorded(office.act(number, "sign", CHENGGUAN, Map.of()));
        assertEquals(
                List.of("contact"),
                office.desk().past(office.setting().clock().instant(), 10).stream()
                        .map(Desk.Past::deadline)
                        .toList());
    }

    @Test
    void headsAreWhatTheEntriesAmountTo() throws SQLException {
        Random random = new Random(7);
        List<String> stops = List.of("dispatch", "sign", "answer", "call-back", "strike");
        for (int i = 0; i < 40; i++) {
            office.upTo(stops.get(random.nextInt(stops.size())));
        }
        try (Connection c = database.getConnection()) {
            for (Matter matter : office.matters().list(positions(c))) {
                String number = matter.standing().number();
                assertEquals(Optional.of(matter.standing()), office.desk().find(number));
                assertEquals(
                        matter.standing().under(),
                        Numbered.find(c, TestOffice.CITY, number).orElseThrow().under());
            }
        }
    }

    private static List<Long> positions(Connection c) throws SQLException {
        List<Long> all = new ArrayList<>();
        try (var rows = c.createStatement().executeQuery("SELECT position FROM entry WHERE number IS NOT NULL")) {
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
        }
        assertEquals(40, all.size());
        return all;
    }

    @Test
    void twoNodesWriteOneLedgerWithoutLosingAnything() throws Exception {
        try (TestOffice other = TestOffice.over(database).clock("2021-10-08T09:00");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                TestOffice at = i % 2 == 0 ? office : other;
                work.add(() -> at.upTo("answer"));
            }
            HashSet<String> numbers = new HashSet<>();
            for (Future<String> done : threads.invokeAll(work)) {
                numbers.add(done.get());
            }
            assertEquals(60, numbers.size());
            try (Connection c = database.getConnection()) {
                assertEquals(240, new LedgerTables().edge(c, TestOffice.CITY).size());
            }
        }
    }

    @Test
    void aRestartedDeskKnowsEverything() {
        String number = office.upTo("sign");
        office.close();
        office = TestOffice.over(database).clock("2021-10-08T10:00");
        recorded(office.act(number, "answer", CHENGGUAN, Map.of("answer", "已修复")));
        assertEquals("answered", office.matters().get(number).standing().stage());
        assertNotEquals(number, office.register());
    }
}
