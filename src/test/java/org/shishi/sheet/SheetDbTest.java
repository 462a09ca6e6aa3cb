package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.matter.NotFound;
import org.shishi.matter.Scope;
import org.shishi.matter.TestOffice;

class SheetDbTest {
    private static final Scope ALL = new Scope(true, Set.of(), "");
    private final TestOffice office = TestOffice.open();
    private final SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
    private final Sheets sheets = new Sheets(office.setting(), keeper);
    private final Figures figures = new Figures(office.setting(), sheets);
    private final Worklists worklists = new Worklists(office.setting());

    SheetDbTest() {
        keeper.prepare();
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** A city of forty appeals at every stage, over ten days. */
    private void play(long seed) {
        Random random = new Random(seed);
        List<String> stops = List.of("dispatch", "sign", "answer", "call-back", "strike");
        for (int i = 0; i < 40; i++) {
            office.clock("2021-11-" + (10 + i / 4) + "T09:00");
            office.upTo(stops.get(random.nextInt(stops.size())));
            if (random.nextInt(3) == 0) {
                keeper.step();
            }
        }
        keeper.catchUp();
    }

    @Test
    void aRegisterShowsSortsFiltersAndPages() {
        play(1);
        List<String> numbers = new ArrayList<>();
        Query query = Query.all(7).sorted("-registered");
        Optional<Query.Cursor> next;
        do {
            Sheets.Page page = sheets.page("appeals", ALL, query);
            assertEquals(40, page.total());
            page.lines().forEach(line -> numbers.add(line.cells().getOrDefault("number", "")));
            next = page.next();
            query = next.map(query::after).orElse(query);
        } while (next.isPresent());
        assertEquals(40, Set.copyOf(numbers).size());
        assertEquals(
                numbers.stream().sorted(java.util.Comparator.reverseOrder()).toList(), numbers);
        long struck = sheets.page("appeals", ALL, Query.all(100).where("stage", "struck"))
                .total();
        long others = sheets.page(
                        "appeals",
                        ALL,
                        Query.all(100).where("stage", "dispatched", "signed", "answered", "called-back"))
                .total();
        assertEquals(40, struck + others);
        assertEquals(
                8,
                sheets.page(
                                "appeals",
                                ALL,
                                Query.all(9)
                                        .where("registered.from", "2021-11-12")
                                        .where("registered.to", "2021-11-13"))
                        .total());
    }

    @Test
    void twoCharactersFindAnAppeal() {
        office.register();
        keeper.catchUp();
        assertEquals(
                1, sheets.page("appeals", ALL, Query.all(9).searching("卫生")).total());
        assertEquals(
                0, sheets.page("appeals", ALL, Query.all(9).searching("供水")).total());
    }

    @Test
    void everySortGoesThroughAllRowsOnce() {
        play(2);
        for (String column : sheets.columns("appeals")) {
            for (String sign : List.of("", "-")) {
                Query query = Query.all(9).sorted(sign + column);
                int rows = 0;
                Optional<Query.Cursor> next;
                do {
                    Sheets.Page page = sheets.page("appeals", ALL, query);
                    rows += page.lines().size();
                    next = page.next();
                    query = next.map(query::after).orElse(query);
                } while (next.isPresent());
                assertEquals(40, rows, sign + column);
            }
        }
    }

    @Test
    void onlyWhatOnesScopeReachesIsShown() {
        office.upTo("sign");
        office.register();
        keeper.catchUp();
        assertEquals(
                1,
                sheets.page("appeals", new Scope(false, Set.of("chengguan"), ""), Query.all(9))
                        .total());
        assertEquals(
                0,
                sheets.page("appeals", new Scope(false, Set.of("zhujian"), ""), Query.all(9))
                        .total());
        assertEquals(
                2,
                sheets.page("appeals", new Scope(false, Set.of(), "operator-1"), Query.all(9))
                        .total());
        assertEquals(
                0,
                sheets.page("appeals", new Scope(false, Set.of(), ""), Query.all(9))
                        .total());
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertThrows(
                UnknownColumn.class,
                () -> sheets.page("appeals", ALL, Query.all(9).sorted("1; drop table entry")));
        assertThrows(
                UnknownColumn.class,
                () -> sheets.page("appeals", ALL, Query.all(9).where("x\" = 1 --", "1")));
        assertThrows(
                UnknownColumn.class,
                () -> sheets.page("appeals", ALL, Query.all(9).where("registered.from", "soon")));
        assertThrows(NotFound.class, () -> sheets.page("nothing", ALL, Query.all(9)));
    }

    @Test
    void figuresKeptStepByStepAreTheOnesCountedAnew() throws SQLException {
        for (long seed : new long[] {3, 4}) {
            play(seed);
        }
        List<Figures.Figure> kept = all();
        try (Connection c = office.setting().database().getConnection()) {
            c.createStatement().execute("DELETE FROM sheet.definition");
        }
        keeper.prepare();
        keeper.catchUp();
        assertEquals(kept, all());
    }

    private List<Figures.Figure> all() {
        List<Figures.Figure> all = new ArrayList<>();
        for (var figure : figures.list()) {
            for (String split : figure.by()) {
                all.add(figures.get(figure.name(), Figures.Asked.ALL.by(split)));
            }
        }
        return all;
    }

    @Test
    void aFigureOpensIntoExactlyItsRows() {
        play(5);
        for (var figure : figures.list()) {
            var asked = Figures.Asked.ALL.during(LocalDate.of(2021, 11, 12), LocalDate.of(2021, 11, 17));
            Figures.Figure got = figures.get(figure.name(), asked);
            Query query = new Query(got.made(), Optional.empty(), Optional.empty(), Optional.empty(), 100);
            assertEquals(got.rows(), sheets.page(got.register(), ALL, query).total(), figure.name());
        }
    }

    @Test
    void nothingToCountIsNoValue() {
        Figures.Figure figure = figures.get("answer-time", Figures.Asked.ALL);
        assertTrue(figure.value().isEmpty());
        assertEquals(0, figure.rows());
    }

    @Test
    void theMedianIsTheMiddleOfTheRows() {
        int[] days = {1, 2, 4};
        for (int i = 0; i < days.length; i++) {
            int start = 8 + i * 6;
            office.clock("2021-11-%02dT09:00".formatted(start));
            String number = office.upTo("sign");
            office.clock("2021-11-%02dT09:00".formatted(start + days[i]));
            TestOffice.recorded(office.act(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "好了")));
        }
        keeper.catchUp();
        assertEquals(
                0,
                new BigDecimal("2")
                        .compareTo(figures.get("answer-time", Figures.Asked.ALL)
                                .value()
                                .orElseThrow()));
    }

    @Test
    void aWorklistHoldsWhatOneCanLeadOnAndItsLights() {
        office.clock("2021-11-10T09:00");
        String late = office.upTo("sign");
        office.clock("2021-11-18T09:00");
        String near = office.upTo("dispatch");
        office.register();
        office.clock("2021-11-18T13:45");
        keeper.catchUp();
        var mine = worklists.of(TestOffice.CHENGGUAN, Optional.empty(), 50);
        assertEquals(
                List.of(late, near),
                mine.items().stream().map(Worklists.Item::number).toList());
        assertEquals(List.of("handle", "answer"), mine.items().getFirst().acts());
        assertEquals(1, mine.counts().get(Worklists.Light.LATE));
        assertEquals(1, mine.counts().get(Worklists.Light.NEAR));
        assertEquals(
                1, worklists.of(TestOffice.DISPATCHER, Optional.empty(), 50).total());
        assertEquals(0, worklists.of(TestOffice.ZHUJIAN, Optional.empty(), 50).total());
        assertEquals(
                1,
                worklists
                        .of(TestOffice.CHENGGUAN, Optional.of(Worklists.Light.LATE), 50)
                        .items()
                        .size());
    }

    @Test
    void peopleInNeedComeFirstWithinTheSameLight() {
        office.clock("2021-11-10T09:00");
        String plain = office.register();
        office.clock("2021-11-10T09:05");
        java.util.Map<String, String> need = new java.util.HashMap<>(TestOffice.appeal());
        need.put("need", "elderly");
        String first = TestOffice.recorded(office.desk()
                .act(org.shishi.matter.Command.open(
                        "appeal", "register", TestOffice.OPERATOR, need, org.shishi.matter.Command.Via.WEB)));
        keeper.catchUp();
        var list = worklists.of(TestOffice.DISPATCHER, Optional.empty(), 9).items();
        assertEquals(
                List.of(first, plain), list.stream().map(Worklists.Item::number).toList());
        assertEquals(List.of("choice/need.elderly"), list.getFirst().notes());
    }

    @Test
    void aContestedCountWaitsForItsRulingEvenWhenStruckOff() {
        String number = office.upTo("strike");
        keeper.catchUp();
        assertEquals(0, worklists.of(TestOffice.SUPERVISOR, Optional.empty(), 9).total());
        TestOffice.recorded(office.act(
                number,
                "contest-count",
                TestOffice.CHENGGUAN,
                java.util.Map.of("which-rate", "content-rate", "cause", "误评", "basis", "录音")));
        keeper.catchUp();
        var waits =
                worklists.of(TestOffice.SUPERVISOR, Optional.empty(), 9).items().getFirst();
        assertEquals(List.of("leave-out", "count-in"), waits.acts());
        assertEquals(List.of("act/contest-count"), waits.notes());
        TestOffice.recorded(office.act(
                number,
                "count-in",
                TestOffice.SUPERVISOR,
                java.util.Map.of("which-rate", "content-rate", "finding", "录音清楚")));
        keeper.catchUp();
        assertEquals(0, worklists.of(TestOffice.SUPERVISOR, Optional.empty(), 9).total());
    }

    @Test
    void whoCallsAgainIsCountedByWhatCameBefore() {
        office.register();
        office.register();
        keeper.catchUp();
        assertEquals(1, figures.get("repeats", Figures.Asked.ALL).rows());
        assertEquals(
                0,
                new BigDecimal("50")
                        .compareTo(figures.get("repeat-rate", Figures.Asked.ALL)
                                .value()
                                .orElseThrow()));
    }

    @Test
    void whatIsStruckOffLeavesTheWorklists() {
        office.upTo("call-back");
        keeper.catchUp();
        assertEquals(1, worklists.of(TestOffice.SUPERVISOR, Optional.empty(), 9).total());
        office.upTo("strike");
        keeper.catchUp();
        assertEquals(1, worklists.of(TestOffice.SUPERVISOR, Optional.empty(), 9).total());
    }
}
