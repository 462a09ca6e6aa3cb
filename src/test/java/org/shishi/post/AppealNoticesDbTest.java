package org.shishi.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.matter.Command;
import org.shishi.matter.Reserved;
import org.shishi.matter.Standing;
import org.shishi.matter.TestOffice;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.shishi.shell.demo.DemoPost;
import org.shishi.watch.Rounds;

/** Who hears what of an appeal: the words of the pack as they arrive. */
class AppealNoticesDbTest {
    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private final TestOffice office = TestOffice.over(database);
    private final People people = new People(database, TestOffice.CITY);

    AppealNoticesDbTest() {
        DemoCity.find(TestOffice.CITY).orElseThrow().write(people, office.now());
        Mailboxes mailboxes = new Mailboxes(database, TestOffice.CITY);
        List.of("chengguan", "chengguan-head", "supervisor-1", "leader")
                .forEach(account -> mailboxes.set(account, account + "@shishi.example"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<String> words(String number, String notice) {
        return office.matters().get(number).said().stream()
                .map(Standing.Said::facts)
                .filter(facts -> facts.find(Reserved.NOTICE).equals(Optional.of(notice)))
                .map(facts -> facts.find(Reserved.NOTICE_WORDS).orElse(""))
                .toList();
    }

    @Test
    void theCallerHearsTheNumberTheUnitAndTheDay() {
        String number = office.upTo("answer");
        TestPost.round(office);
        assertEquals(List.of("您反映的问题已登记，编号 " + number + "，请留好备查。办到哪一步，都会告知您。"), words(number, "registered"));
        assertEquals(List.of("您反映的 " + number + " 已交城市管理局办理，2021年10月14日17:30前答复您。"), words(number, "dispatched"));
        assertEquals(List.of("您反映的 " + number + " 已由城市管理局答复。随后可能回访您，请照实说办得怎样。"), words(number, "answered"));
    }

    @Test
    void offEveryStepOfTheLadderHearsWhoeverHasToAct() {
        String number = office.upTo("sign");
        for (String at : List.of("2021-10-13T17:31", "2021-10-15T17:31", "2021-10-19T17:31", "2021-11-04T17:31")) {
            office.clock(at);
            new Rounds(office.desk()).go(office.now());
            TestPost.round(office);
        }
        assertEquals(List.of("派单：" + number + "（路灯照明），承办单位城市管理局，2021年10月14日17:30前答复。"), words(number, "work"));
        assertEquals(1, words(number, "nearly-due").size());
        assertEquals(1, words(number, "late").size());
        assertTrue(words(number, "ordered").getFirst().startsWith("蓝色督办单：" + number));
        assertFalse(words(number, "ordering").isEmpty(), "the supervisor");
        assertEquals(1, words(number, "reported").size());
        assertEquals(List.of(), words(number, "answered"));
    }

    @Test
    void whoActsIsNotToldOfIt() {
        String number = office.upTo("sign");
        TestOffice.recorded(office.act(
                number,
                "ask-extension",
                TestOffice.CHENGGUAN,
                Map.of("cause", "外地调货", "measures", "先装临时灯", "new-date", "2021-10-18")));
        TestPost.round(office);
        List<String> told = office.matters().get(number).said().stream()
                .map(Standing.Said::facts)
                .filter(facts -> facts.find(Reserved.NOTICE).equals(Optional.of("to-approve")))
                .flatMap(facts -> facts.find(Reserved.NOTICE_TO).stream())
                .toList();
        assertEquals(List.of("@chengguan-head"), told);
    }

    @Test
    void theDemonstrationsPostIsGivenToAGatewayThatStandsIn() {
        office.upTo("answer");
        var anonymous = Map.of("text", "井盖缺失", "subject", "0305", "channel", "12345", "urgency", "ordinary");
        TestOffice.recorded(
                office.desk().act(Command.open("appeal", "register", TestOffice.OPERATOR, anonymous, Command.Via.CLI)));
        PostOffice post = TestPost.over(office, List.of());
        var demo = new DemoPost(post, post.outbox(), post.letters(), new Mailboxes(database, TestOffice.CITY), people);
        assertTrue(demo.play() > 0);
        assertFalse(TestPost.list(post, Letter.Where.SENT).isEmpty());
        assertEquals(1, TestPost.list(post, Letter.Where.GIVEN_UP).size(), "who left nothing");
    }
}
