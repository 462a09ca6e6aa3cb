package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.matter.Scope;
import org.shishi.matter.TestOffice;
import org.shishi.procedure.Figure;

class QueryDbTest {
    private static final Scope ALL = new Scope(true, Set.of(), "");
    private final TestOffice office = TestOffice.open();
    private final SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
    private final Sheets sheets = new Sheets(office.setting(), keeper);
    private final Figures figures = new Figures(office.setting(), sheets);

    QueryDbTest() {
        keeper.prepare();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private long total(Query query) {
        return sheets.page("appeals", ALL, query).total();
    }

    @Test
    void emptyCellsAndDaysAndNumbersCanBeAskedFor() {
        office.clock("2021-11-10T23:30");
        office.upTo("dispatch");
        office.register();
        office.clock("2021-11-11T00:30");
        office.register();
        keeper.catchUp();
        assertEquals(2, total(Query.all(9).where("holder", "")));
        assertEquals(3, total(Query.all(9).where("holder", "", "chengguan")));
        assertEquals(1, total(Query.all(9).where("holder.some", "true")));
        assertEquals(2, total(Query.all(9).where("registered", "2021-11-10")));
        assertEquals(1, total(Query.all(9).where("registered.from", "2021-11-11")));
        assertEquals(3, total(Query.all(9).where("overdue", "0")));
        assertEquals(0, total(Query.all(9).where("overdue.from", "1")));
        assertEquals(3, total(Query.all(9).where("overdue.to", "0")));
    }

    @Test
    void aValueThatCannotStandInAColumnIsRefusedAndNeverBreaks() {
        for (String wrong : List.of("x", "1e999999999", "+999999999-12-31", "9999999999999", "\0")) {
            assertThrows(UnknownColumn.class, () -> total(Query.all(9).where("registered.to", wrong)));
            assertThrows(UnknownColumn.class, () -> total(Query.all(9).where("registered", wrong)));
        }
        assertThrows(UnknownColumn.class, () -> total(Query.all(9).where("overdue", "1e999999999")));
        assertThrows(UnknownColumn.class, () -> total(Query.all(9).where("text.from", "a")));
        assertThrows(
                UnknownColumn.class,
                () -> total(Query.all(9).sorted("registered").after(new Query.Cursor(Optional.of("soon"), 1))));
        assertEquals(0, total(Query.all(9).where("stage", "\0'; --")));
    }

    @Test
    void theCellsOfEveryFigureAddUpToTheRows() throws SQLException {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                office.clock("2021-1%d-%02dT09:00".formatted(random.nextInt(1, 3), 1 + i));
                String number = office.upTo(
                        List.of("dispatch", "sign", "answer", "strike").get(random.nextInt(4)));
                if (random.nextBoolean()) {
                    keeper.step();
                }
                assertTrue(!number.isEmpty());
            }
        }
        keeper.catchUp();
        for (var figure : figures.list()) {
            if (figure.measured().isEmpty() && figure.share().isEmpty()) {
                Figures.Figure counted = figures.get(figure.name(), Figures.Asked.ALL);
                assertEquals(rows(figure), counted.rows(), figure.name());
                Query opened = Query.all(9);
                for (var filter : counted.made().entrySet()) {
                    opened = opened.where(filter.getKey(), filter.getValue().toArray(String[]::new));
                }
                assertEquals(counted.rows(), total(opened), figure.name() + " opens into other rows");
            }
        }
    }

    private long rows(Figure figure) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT count(*) FROM sheet.register_appeals WHERE true");
        figure.on().ifPresent(column -> sql.append(" AND " + Definition.sql(column) + " IS NOT NULL"));
        figure.rows()
                .where()
                .forEach((column, values) -> sql.append(
                        " AND " + Definition.sql(column) + "::text IN ('" + String.join("','", values) + "')"));
        figure.rows()
                .unless()
                .forEach((column, values) -> sql.append(" AND NOT coalesce(" + Definition.sql(column) + "::text IN ('"
                        + String.join("','", values) + "'), false)"));
        figure.rows().least().forEach((column, least) -> sql.append(" AND " + Definition.sql(column) + " >= " + least));
        try (Connection c = office.setting().database().getConnection();
                ResultSet found = c.createStatement().executeQuery(sql.toString())) {
            assertTrue(found.next(), figure.name());
            return found.getLong(1);
        }
    }

    @Test
    void aMonthIsAFigureOfItsOwnWithTheSameRows() {
        for (String day : List.of("2021-10-31T23:30", "2021-11-01T00:30", "2021-11-30T23:59")) {
            office.clock(day);
            office.register();
        }
        keeper.catchUp();
        Map<String, Long> months = new HashMap<>();
        figures.get("received", Figures.Asked.ALL.by("month"))
                .parts()
                .forEach(part -> months.put(part.key(), part.rows()));
        assertEquals(Map.of("2021-10", 1L, "2021-11", 2L), months);
        var november = Figures.Asked.ALL.during(LocalDate.of(2021, 11, 1), LocalDate.of(2021, 11, 30));
        assertEquals(2, figures.get("received", november).rows());
    }

    @Test
    void whatWasTakenInAheadIsNotTakenInTwice() {
        String number = office.upTo("sign");
        keeper.catchUp();
        long before = figures.get("open", Figures.Asked.ALL).rows();
        office.act(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "好了"));
        keeper.catchUp();
        keeper.prepare();
        keeper.catchUp();
        assertEquals(before, figures.get("open", Figures.Asked.ALL).rows());
        assertEquals(1, total(Query.all(9).where("stage", "answered")));
        assertEquals(4, sheets.asAt().position());
    }
}
