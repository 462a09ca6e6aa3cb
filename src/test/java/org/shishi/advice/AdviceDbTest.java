package org.shishi.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.matter.TestOffice.CALLER_BACK;
import static org.shishi.matter.TestOffice.CHENGGUAN;
import static org.shishi.matter.TestOffice.DISPATCHER;
import static org.shishi.matter.TestOffice.OPERATOR;
import static org.shishi.matter.TestOffice.ZHUJIAN;
import static org.shishi.matter.TestOffice.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.matter.Command;
import org.shishi.matter.Matter;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;
import org.shishi.procedure.Knowledge;
import org.shishi.procedure.Procedure;

class AdviceDbTest {
    private static final Procedure APPEAL =
            TestOffice.PACKS.findProcedure("appeal").orElseThrow();
    private static final String LIGHTS = "瑞山路学校门口路灯三天不亮，天黑看不见路";
    private final TestOffice office = TestOffice.open();
    private Memory memory = Memory.passing();
    private MemoryKeeper keeper = keeper();

    private MemoryKeeper keeper() {
        MemoryKeeper made = new MemoryKeeper(office.setting(), office.matters(), office.versions(), memory);
        made.prepare();
        return made;
    }

    private Advice advice() {
        keeper.catchUp();
        return new Advice(office.setting(), office.matters(), memory);
    }

    @AfterEach
    void close() {
        memory.close();
        office.close();
    }

    private String register(String text, String subject, String division) {
        Map<String, String> facts = new HashMap<>(TestOffice.appeal());
        facts.putAll(Map.of("text", text, "subject", subject, "place.division", division));
        return recorded(office.desk().act(Command.open("appeal", "register", OPERATOR, facts, Command.Via.WEB)));
    }

    private void takenOver(String number, String unit, Actor by) {
        recorded(office.act(number, "dispatch", DISPATCHER, Map.of("unit", unit)));
        recorded(office.act(number, "sign", by, Map.of()));
    }

    private static Asking asking(String words, String division) {
        return new Asking(APPEAL, words, division, Optional.empty());
    }

    private static List<String> numbers(List<Similar> similar) {
        return similar.stream().map(each -> each.matter().standing().number()).toList();
    }

    @Test
    void whatIsStillOpenAndNearComesFirst() {
        String closed = office.upTo("strike");
        String far = register("学校到卫生院的路灯三天不亮", "0305", "370982115");
        String near = register("学校到卫生院的路灯三天不亮", "0305", "370982106");
        register("医保报销的票据交上去一个月没有消息", "0803", "370982106");
        List<Similar> found = advice().similar(asking("学校到卫生院路灯不亮", "370982106201"), OPERATOR, 5);
        assertEquals(List.of(near, far, closed), numbers(found));
        assertTrue(found.getFirst().isNear());
    }

    @Test
    void nobodyIsShownWhatTheyMayNotSee() {
        String lights = register(LIGHTS, "0305", "370982106");
        takenOver(lights, "chengguan", CHENGGUAN);
        Advice advice = advice();
        assertEquals(List.of(lights), numbers(advice.similar(asking(LIGHTS, ""), CHENGGUAN, 5)));
        assertEquals(List.of(), numbers(advice.similar(asking(LIGHTS, ""), ZHUJIAN, 5)));
        assertEquals(List.of(), numbers(advice.similar(asking(LIGHTS, ""), TestOffice.CITIZEN, 5)));
    }

    @Test
    void subjectAndUnitAreSuggestedByWhatTheLikestCameToAndOnlyWhenTheyAgree() {
        for (int i = 0; i < 4; i++) {
            takenOver(register(LIGHTS + i, "0305", "370982106"), "chengguan", CHENGGUAN);
        }
        Advice advice = advice();
        Suggestion subject = advice.subject(asking("路灯不亮看不见路", "")).orElseThrow();
        assertEquals(new Suggestion("0305", new Suggestion.Reason.Earlier(4, 4)), subject);
        assertEquals(
                new Suggestion("chengguan", new Suggestion.Reason.Earlier(4, 4)),
                advice.unit(asking("路灯不亮看不见路", "")).orElseThrow());
        assertEquals(Optional.empty(), advice.subject(asking("户口迁移要什么材料", "")));
        assertEquals(Optional.empty(), advice.unit(asking("户口迁移要什么材料", "")));
    }

    @Test
    void aUnitThatSentItBackIsNotSuggestedAndTheClassStillSaysWhoUsuallyAnswers() {
        for (int i = 0; i < 4; i++) {
            String number = register(LIGHTS + i, "0305", "370982106");
            recorded(office.act(number, "dispatch", DISPATCHER, Map.of("unit", "zhujian")));
            recorded(office.act(number, "return", ZHUJIAN, Map.of("objection", "路灯归城管", "duty-item", "职责清单 3")));
        }
        assertEquals(
                Optional.of(new Suggestion("chengguan", new Suggestion.Reason.Usual("0305"))),
                advice().unit(asking("路灯不亮看不见路", "")));
    }

    @Test
    void whatCanBeAnsweredAtOnceIsFoundByItsWordsAndOnlyWhileItsRuleIsInForce() {
        Asking asking = asking("低保怎么申请，要交什么", "");
        office.clock("2021-11-08T09:00");
        assertEquals("allowance-old", first(advice().known(asking, 3)).code());
        office.clock("2026-07-02T09:00");
        assertEquals("allowance-new", first(advice().known(asking, 3)).code());
        assertEquals(List.of(), advice().known(asking("路灯不亮", ""), 3));
    }

    private static Knowledge first(List<Knowledge> all) {
        assertTrue(!all.isEmpty());
        return all.getFirst();
    }

    @Test
    void emptyWordsAndPastedRepliesAreWorthAnotherLook() {
        String other = register("医保报销的票据交上去一个月没有消息", "0803", "370982106");
        takenOver(other, "chengguan", CHENGGUAN);
        String reply = "您反映的问题已收悉，经核实，相关人员已到现场处理完毕，感谢您对我们工作的支持和监督。";
        recorded(office.act(other, "answer", CHENGGUAN, Map.of("answer", reply)));
        String number = register(LIGHTS, "0305", "370982106");
        takenOver(number, "chengguan", CHENGGUAN);
        keeper.catchUp();
        Matter matter = office.matters().get(number);
        Replies replies = new Replies(office.setting(), office.matters(), memory);
        var answer = matter.procedure().act("answer");
        assertTrue(replies.looksAt(matter, answer));
        assertEquals(
                List.of(new Hint.Empty("answer", "请耐心等待"), new Hint.Pasted("answer", 100, Optional.of(other))),
                replies.hints(matter, answer, Map.of("answer", reply + "请耐心等待"), CHENGGUAN).stream()
                        .map(hint -> hint instanceof Hint.Pasted pasted
                                ? new Hint.Pasted(pasted.field(), 100, pasted.number())
                                : hint)
                        .toList());
        assertEquals(
                List.of(), replies.hints(matter, answer, Map.of("answer", "14 盏路灯已全部修好，10 月 12 日夜间复查正常。"), CHENGGUAN));
        assertEquals(List.of(), replies.hints(matter, matter.procedure().act("sign"), Map.of(), CALLER_BACK));
    }

    @Test
    void theMemoryOutlivesARestartAndIsMadeAgainForAnotherLedger(@TempDir Path folder) throws Exception {
        memory.close();
        memory = Memory.in(folder);
        keeper = keeper();
        String lights = register(LIGHTS, "0305", "370982106");
        advice();
        memory.close();
        memory = Memory.in(folder);
        assertEquals(1, memory.bookmark().position(), "the bookmark is committed with the index");
        keeper = keeper();
        assertEquals(0, keeper.step(), "nothing is read twice");
        assertEquals(List.of(lights), numbers(advice().similar(asking(LIGHTS, ""), OPERATOR, 5)));
        register("门前的下水道堵了", "0305", "370982106");
        assertEquals(1, keeper.step());
        memory.close();
        memory = Memory.in(folder);
        assertEquals(1, memory.bookmark().position(), "what no settling followed is taken in again");
        keeper = keeper();
        assertEquals(1, keeper.step());
        assertEquals(0, keeper.step(), "nothing is new: now it is settled");
        memory.close();
        memory = Memory.in(folder);
        assertEquals(2, memory.bookmark().position());
        memory.keep(List.of(), new Bookmark(1, "another leaf"));
        keeper = keeper();
        assertEquals(0, memory.bookmark().position());
        memory.close();
        spoil(folder);
        memory = Memory.in(folder);
        keeper = keeper();
        assertEquals(List.of(lights), numbers(advice().similar(asking(LIGHTS, ""), OPERATOR, 5)));
    }

    @Test
    void whatACrashTookIsForgottenWithoutARestart() throws IOException {
        String lights = register(LIGHTS, "0305", "370982106");
        register("门前的下水道堵了", "0305", "370982106");
        advice();
        memory.keep(List.of(), new Bookmark(3, "seen ahead of the disk, and gone"));
        assertEquals(2, keeper.step(), "read again from the first line");
        assertEquals(2, memory.bookmark().position());
        memory.keep(List.of(), new Bookmark(2, "seen ahead of the disk, and another is in its place"));
        assertEquals(List.of(lights), numbers(advice().similar(asking(LIGHTS, ""), OPERATOR, 5)));
        assertEquals(2, memory.bookmark().position());
    }

    private static void spoil(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("segments")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
    }
}
