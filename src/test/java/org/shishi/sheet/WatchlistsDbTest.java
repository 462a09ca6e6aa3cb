package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.matter.Command;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;

/** What a head and a leader see on their page though nothing is asked of them. */
class WatchlistsDbTest {
    private static final Actor HEAD = TestOffice.actor("chengguan-head", "head", "chengguan");
    private static final Actor OTHER_HEAD = TestOffice.actor("zhujian-head", "head", "zhujian");
    private static final Actor LEADER = TestOffice.actor("leader", "leader", "city");
    private final TestOffice office = TestOffice.open();
    private final SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
    private final Watchlists watchlists = new Watchlists(office.setting());

    WatchlistsDbTest() {
        keeper.prepare();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<String> seen(Actor actor, String local) {
        keeper.catchUp();
        office.clock(local);
        return watchlists.of(actor, 10).stream()
                .filter(list -> list.procedure().equals("appeal"))
                .flatMap(list -> list.items().stream())
                .map(item -> item.number() + (item.isLate() ? " late" : " near"))
                .toList();
    }

    @Test
    void aHeadSeesWhatWillBeLateBeforeItIs() {
        String number = office.clock("2021-10-11T09:00").upTo("sign");
        office.act(number, "contact", TestOffice.CHENGGUAN, Map.of("contacted", "spoken"));
        assertEquals(List.of(), seen(HEAD, "2021-10-12T09:00"));
        assertEquals(List.of(number + " near"), seen(HEAD, "2021-10-18T09:00"));
        assertEquals(List.of(number + " late"), seen(HEAD, "2021-10-19T09:00"));
        assertEquals(List.of(), seen(OTHER_HEAD, "2021-10-19T09:00"));
    }

    @Test
    void aLeaderSeesWhatWasReportedUpUntilItIsAnswered() {
        String number = office.clock("2021-10-11T09:00").upTo("sign");
        assertEquals(List.of(), seen(LEADER, "2021-11-09T09:00"));
        TestOffice.recorded(office.desk()
                .act(Command.on(number, "report-up", Actor.CLOCK, Map.of("deadline", "leader"), Command.Via.CLOCK)));
        assertEquals(List.of(number + " late"), seen(LEADER, "2021-11-09T09:00"));
        TestOffice.recorded(office.act(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "路灯已修好。")));
        assertEquals(List.of(), seen(LEADER, "2021-11-09T10:00"));
    }

    @Test
    void whoWatchesNothingHasNoList() {
        assertEquals(List.of(), watchlists.of(TestOffice.CHENGGUAN, 10));
    }
}
