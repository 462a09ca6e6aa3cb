package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.sheet.SheetKeeper;
import tools.jackson.databind.JsonNode;

class SheetsApiDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();

    @BeforeAll
    static void someAppeals() {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            commands.add(MattersApiDbTest.APPEAL.replace("十几盏", i + " 盏"));
        }
        HttpResponse<String> answer =
                PROGRAM.post("operator-1", "/api/batch", "{\"commands\":[" + String.join(",", commands) + "]}");
        RunningProgram.json(answer)
                .get("answers")
                .forEach(each -> assertThat(each.get("status").asInt()).isEqualTo(201));
        PROGRAM.bean(SheetKeeper.class).catchUp();
    }

    @Test
    void aRegisterIsReadPageByPage() {
        Set<Long> seen = new HashSet<>();
        String path = "/api/registers/appeals?limit=5&sort=-registered&q=%E8%B7%AF%E7%81%AF";
        long total = -1;
        while (!path.isEmpty()) {
            HttpResponse<String> answer = PROGRAM.get("operator-1", path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = RunningProgram.json(answer);
            page.get("rows")
                    .forEach(row ->
                            assertThat(seen.add(row.get("matter").asLong())).isTrue());
            total = page.get("total").asLong();
            assertThat(page.get("asAt").get("position").asLong()).isPositive();
            path = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(12).hasSize((int) total);
    }

    @Test
    void aRegisterIsFilteredByItsColumns() {
        JsonNode page = RunningProgram.json(
                PROGRAM.get("operator-1", "/api/registers/appeals?subject=0305&subject=0306&stage=registered&limit=1"));
        assertThat(page.get("total").asLong()).isGreaterThanOrEqualTo(12);
        assertThat(page.get("rows").get(0).get("stage").asString()).isEqualTo("registered");
        assertThat(page.toString()).doesNotContain("19900001234");
        JsonNode none =
                RunningProgram.json(PROGRAM.get("operator-1", "/api/registers/appeals?registered.to=2001-01-01"));
        assertThat(none.get("total").asLong()).isZero();
    }

    @Test
    void whatARegisterCannotTakeIsSaidSo() {
        for (String query : List.of(
                "colour=red",
                "sort=colour",
                "limit=0",
                "limit=9999",
                "limit=x",
                "after=!!",
                "after=MTIzIDIwMjYtMTMtNDU",
                "registered.from=yesterday",
                "registered.from=%2B999999999-01-01",
                "answer-days.from=1e999999999",
                "subject=%00")) {
            HttpResponse<String> answer = PROGRAM.get("operator-1", "/api/registers/appeals?" + query);
            assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(400);
        }
        assertThat(PROGRAM.get("operator-1", "/api/registers/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHandlerSeesTheRowsOfTheirUnitAlone() {
        JsonNode page = RunningProgram.json(PROGRAM.get("zhujian", "/api/registers/appeals?limit=1000"));
        page.get("rows").forEach(row -> assertThat(row.get("holder").asString()).isEqualTo("zhujian"));
    }

    @Test
    void aFigureTellsWhatItIsMadeOf() {
        JsonNode figure = RunningProgram.json(PROGRAM.get("leader", "/api/figures/received?by=subject"));
        assertThat(figure.get("value").asLong()).isGreaterThanOrEqualTo(12);
        assertThat(figure.get("parts").get(0).get("key").asString()).isEqualTo("0305");
        JsonNode rows =
                RunningProgram.json(PROGRAM.get("leader", figure.get("made").asString() + "&limit=1"));
        assertThat(rows.get("total").asLong()).isEqualTo(figure.get("rows").asLong());
        JsonNode all = RunningProgram.json(PROGRAM.get("leader", "/api/figures?from=2026-01-01"));
        assertThat(all.get("figures").size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatAFigureCannotTakeIsSaidSo() {
        assertThat(PROGRAM.get("leader", "/api/figures/nothing").statusCode()).isEqualTo(404);
        for (String query :
                List.of("by=colour", "from=x", "from=%2B999999999-01-01", "colour=red", "by=day&by=month")) {
            assertThat(PROGRAM.get("leader", "/api/figures/received?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(PROGRAM.get("", "/api/figures").statusCode()).isEqualTo(401);
    }
}
