package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.matter.TestOffice.CALLER_BACK;
import static org.shishi.matter.TestOffice.CHENGGUAN;
import static org.shishi.matter.TestOffice.recorded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.matter.TestOffice;
import org.shishi.watch.Rounds;

/** Percentages of real rows: what stands above the line, below it and beside it, counted by hand here. */
class RatesDbTest {
    private final TestOffice office = TestOffice.open().clock("2021-10-11T09:00");
    private final SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
    private final Figures figures = new Figures(office.setting(), new Sheets(office.setting(), keeper));

    RatesDbTest() {
        keeper.prepare();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Figures.Figure figure(String name) {
        keeper.catchUp();
        return figures.get(name, Figures.Asked.ALL);
    }

    private void answer(String number, String at) {
        office.clock(at);
        recorded(office.act(number, "answer", CHENGGUAN, Map.of("answer", "已办结")));
    }

    private void callBack(String number, String outcome, String satisfaction) {
        recorded(
                office.act(number, "call-back", CALLER_BACK, Map.of("outcome", outcome, "satisfaction", satisfaction)));
    }

    @Test
    void withNothingToCountThereIsNoRate() {
        for (String rate : List.of("response-rate", "solution-rate", "content-rate", "on-time-rate")) {
            assertEquals(Optional.empty(), figure(rate).value(), rate);
        }
    }

    @Test
    void whatIsLateCountsBelowTheLineWhetherItWasAnsweredOrNot() {
        String inTime = office.upTo("sign");
        String late = office.upTo("sign");
        String neverAnswered = office.upTo("sign");
        String stillInTime = office.clock("2021-10-18T09:00").upTo("sign");
        answer(inTime, "2021-10-18T17:00");
        answer(late, "2021-10-19T09:00");
        new Rounds(office.desk()).go(office.now());
        Figures.Figure rate = figure("on-time-rate");
        assertEquals(Optional.of(new BigDecimal("33.3")), rate.value());
        Figures.Ratio ratio = rate.ratio().orElseThrow();
        assertEquals(1, ratio.part().rows());
        assertEquals(3, ratio.whole().rows(), "the late one and the unanswered one; not " + stillInTime);
        assertEquals(
                Optional.of(new BigDecimal("50.0")), figure("answered-on-time").value());
        assertTrue(neverAnswered.startsWith("SQ-"));
    }

    @Test
    void whoWasNotReachedIsLeftOutAndShown() {
        for (String satisfaction : List.of("satisfied", "fairly-satisfied", "dissatisfied", "not-reached")) {
            String number = office.upTo("answer");
            callBack(number, satisfaction.equals("dissatisfied") ? "unsolved" : "resolved", satisfaction);
        }
        Figures.Figure rate = figure("content-rate");
        assertEquals(Optional.of(new BigDecimal("66.7")), rate.value());
        assertEquals(1, rate.ratio().orElseThrow().without().getFirst().rows());
        assertEquals(
                Optional.of(new BigDecimal("66.7")), figure("solution-rate").value());
    }

    @Test
    void theWholeAndWhatIsWithoutMakeUpAllCallBacks() {
        callBack(office.upTo("answer"), "resolved", "satisfied");
        callBack(office.upTo("answer"), "explained", "not-reached");
        callBack(office.upTo("answer"), "unreasonable", "dissatisfied");
        callBack(office.upTo("answer"), "unreasonable", "not-reached");
        callBack(office.upTo("answer"), "unsolved", "dissatisfied");
        Figures.Ratio solution = figure("solution-rate").ratio().orElseThrow();
        assertEquals(1, solution.part().rows());
        assertEquals(2, solution.whole().rows());
        assertEquals(
                List.of(2L, 1L, 0L),
                solution.without().stream().map(Figures.Figure::rows).toList());
        assertEquals(5, figure("asked-back").rows());
    }

    @Test
    void whatARulingLeavesOutCountsNeitherAboveNorBelowAndStandsBeside() {
        callBack(office.upTo("answer"), "resolved", "satisfied");
        String number = office.upTo("answer");
        callBack(number, "unsolved", "dissatisfied");
        Map<String, String> contest = Map.of("which-rate", "solution-rate", "cause", "所求违法", "basis", "城乡规划法");
        recorded(office.act(number, "contest-count", CHENGGUAN, contest));
        Figures.Figure contested = figure("solution-rate");
        assertEquals(Optional.of(new BigDecimal("50.0")), contested.value(), "what is contested still counts");
        assertEquals(1, contested.ratio().orElseThrow().contested().getFirst().rows());
        Map<String, String> ruling = Map.of("which-rate", "solution-rate", "finding", "于法无据");
        recorded(office.act(number, "leave-out", TestOffice.SUPERVISOR, ruling));
        Figures.Figure ruled = figure("solution-rate");
        assertEquals(Optional.of(new BigDecimal("100.0")), ruled.value());
        assertEquals(1, ruled.ratio().orElseThrow().whole().rows());
        assertEquals(1, ruled.ratio().orElseThrow().without().getLast().rows());
        assertEquals(0, ruled.ratio().orElseThrow().contested().getFirst().rows());
        assertEquals(Optional.of(new BigDecimal("50.0")), figure("content-rate").value(), "other rates count it");
    }

    @Test
    void whatIsCalledBackAnewCountsAnew() {
        String number = office.upTo("answer");
        callBack(number, "unsolved", "dissatisfied");
        Map<String, String> contest = Map.of("which-rate", "content-rate", "cause", "误评", "basis", "回访录音");
        recorded(office.act(number, "contest-count", CHENGGUAN, contest));
        Map<String, String> ruling = Map.of("which-rate", "content-rate", "finding", "录音属实");
        recorded(office.act(number, "leave-out", TestOffice.SUPERVISOR, ruling));
        assertEquals(Optional.empty(), figure("content-rate").value());
        recorded(office.act(number, "rework", CALLER_BACK, Map.of("demand", "再办一次")));
        answer(number, "2021-10-12T09:00");
        callBack(number, "resolved", "satisfied");
        assertEquals(
                Optional.of(new BigDecimal("100.0")), figure("content-rate").value());
    }

    @Test
    void historyOfWhichNobodyWasAskedMovesNoRate() {
        callBack(office.upTo("answer"), "explained", "not-reached");
        assertEquals(Optional.empty(), figure("solution-rate").value());
        assertEquals(Optional.empty(), figure("content-rate").value());
    }

    @Test
    void sentBackTwiceIsSentBackOnce() {
        String number = office.upTo("dispatch");
        Map<String, String> no = Map.of("objection", "不归我们", "duty-item", "权责清单 3 条");
        recorded(office.act(number, "return", CHENGGUAN, no));
        recorded(office.act(number, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "zhujian")));
        office.upTo("dispatch");
        assertEquals(Optional.of(new BigDecimal("50.0")), figure("return-rate").value());
    }

    @Test
    void timeLostByAReturnIsTheFirstDispatchers() {
        String number = office.upTo("dispatch");
        office.clock("2021-10-12T09:00");
        recorded(office.act(number, "return", CHENGGUAN, Map.of("objection", "不归我们", "duty-item", "权责清单 3 条")));
        office.clock("2021-10-13T09:00");
        var second = TestOffice.actor("dispatcher-2", "dispatcher", "hotline");
        recorded(office.act(number, "dispatch", second, Map.of("unit", "zhujian")));
        office.upTo("dispatch");
        keeper.catchUp();
        Figures.Figure lost = figures.get("lost-time", Figures.Asked.ALL.by("dispatcher"));
        assertEquals(1, lost.rows());
        assertEquals(0, new BigDecimal("2").compareTo(lost.value().orElseThrow()), "Monday to Wednesday, 9:00");
        assertEquals(
                List.of("dispatcher-1"),
                lost.parts().stream().map(Figures.Part::key).toList());
        assertEquals(1, figure("astray").rows());
        assertEquals(0, new BigDecimal("1.5").compareTo(figure("hops").value().orElseThrow()));
    }

    @Test
    void aRateByUnitIsARateOfThatUnit() {
        callBack(office.upTo("answer"), "resolved", "satisfied");
        keeper.catchUp();
        Figures.Figure rate = figures.get("content-rate", Figures.Asked.ALL.by("holder"));
        assertEquals(
                List.of("chengguan"),
                rate.parts().stream().map(Figures.Part::key).toList());
        assertEquals(
                Optional.of(new BigDecimal("100.0")), rate.parts().getFirst().value());
    }
}
