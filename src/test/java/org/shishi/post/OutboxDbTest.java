package org.shishi.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.matter.Reserved;
import org.shishi.matter.Standing;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Notice;

/** The outbox between gateways that die and people who decide. */
class OutboxDbTest {
    private static final Set<Notice.Way> SMS = Set.of(Notice.Way.SMS);
    private static final Actor FIRST = TestOffice.actor("gateway-1", Outbox.GATEWAY, "hotline");
    private static final Actor SECOND = TestOffice.actor("gateway-2", Outbox.GATEWAY, "hotline");

    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private final TestOffice office = TestOffice.over(database);
    private final PostOffice post = TestPost.over(office, List.of());

    @AfterEach
    void close() {
        office.close();
    }

    private void goRound() {
        for (int i = 0; i < 50 && post.round() > 0; i++) {
            Thread.onSpinWait();
        }
    }

    private List<Facts> told(String number, String act) {
        return office.matters().get(number).said().stream()
                .filter(said -> said.entry().act().equals(act))
                .map(Standing.Said::facts)
                .toList();
    }

    private List<Letter> list(Letter.Where where) {
        return TestPost.list(post, where);
    }

    @Test
    void twoGatewaysAtOnceNeverGetTheSameLetter() {
        for (int i = 0; i < 40; i++) {
            office.register();
        }
        goRound();
        Outbox other = TestPost.over(office, List.of()).outbox();
        var first = CompletableFuture.supplyAsync(() -> takeAll(post.outbox(), FIRST));
        var second = CompletableFuture.supplyAsync(() -> takeAll(other, SECOND));
        List<UUID> all = new ArrayList<>(first.join());
        all.addAll(second.join());
        assertEquals(40, all.size());
        assertEquals(40, new HashSet<>(all).size());
    }

    private static List<UUID> takeAll(Outbox outbox, Actor gateway) {
        List<UUID> all = new ArrayList<>();
        List<Outbox.Taken> taken = outbox.take(gateway, SMS, 3);
        while (!taken.isEmpty()) {
            taken.forEach(each -> all.add(each.letter().id()));
            taken = outbox.take(gateway, SMS, 3);
        }
        return all;
    }

    @Test
    void whatAGatewayDiedWithComesBackUnderTheSameIdAndIsToldOnce() {
        String number = office.register();
        goRound();
        UUID id = post.outbox().take(FIRST, SMS, 9).getFirst().letter().id();
        assertEquals(1, list(Letter.Where.IN_HAND).size());
        assertEquals(List.of(), post.outbox().take(SECOND, SMS, 9));
        office.clock("2021-10-08T09:11");
        assertEquals(1, list(Letter.Where.WAITING).size(), "nobody said anything of it in ten minutes");
        Outbox.Taken again = post.outbox().take(SECOND, SMS, 9).getFirst();
        assertEquals(id, again.letter().id());
        assertEquals(2, again.letter().tries());
        assertEquals(
                Outbox.Noted.UNKNOWN,
                post.outbox().confirm(FIRST, id, Outbox.Said.SENT, "late"),
                "it is not its any more");
        assertEquals(Outbox.Noted.NOTED, post.outbox().confirm(SECOND, id, Outbox.Said.SENT, "msg-1"));
        assertEquals(Outbox.Noted.BEFORE, post.outbox().confirm(SECOND, id, Outbox.Said.FAILED, "空号"));
        goRound();
        assertEquals(1, told(number, "tell").size());
        assertEquals(0, told(number, "tell-not").size());
        assertEquals(List.of(), post.outbox().take(FIRST, SMS, 9));
    }

    @Test
    void aReceiptThatComesLateButBeforeAnybodyElseTookItCounts() {
        String number = office.register();
        goRound();
        UUID id = post.outbox().take(FIRST, SMS, 9).getFirst().letter().id();
        office.clock("2021-10-08T09:30");
        assertEquals(Outbox.Noted.NOTED, post.outbox().confirm(FIRST, id, Outbox.Said.SENT, "msg-1"));
        assertEquals(1, told(number, "tell").size());
    }

    @Test
    void whatFailedForNowWaitsAndWhatFailedForGoodGoesTheNextWay() {
        office.register();
        goRound();
        UUID id = post.outbox().take(FIRST, SMS, 9).getFirst().letter().id();
        post.outbox().confirm(FIRST, id, Outbox.Said.RETRY, "busy");
        assertEquals("busy", list(Letter.Where.AGAIN).getFirst().why());
        assertEquals(List.of(), post.outbox().take(FIRST, SMS, 9), "not before its minute is over");
        office.clock("2021-10-08T09:02");
        post.outbox().take(FIRST, SMS, 9);
        post.outbox().confirm(FIRST, id, Outbox.Said.FAILED, "空号 19900001234");
        Letter turned = list(Letter.Where.AGAIN).getFirst();
        assertEquals(Notice.Way.WECHAT, turned.way());
        assertEquals("空号 …", turned.why());
    }

    @Test
    void whatNobodyCameForInThreeDaysIsNoNewsAnyMore() {
        String number = office.register();
        goRound();
        office.clock("2021-10-11T08:59");
        goRound();
        assertEquals(1, list(Letter.Where.WAITING).size());
        office.clock("2021-10-11T09:01");
        goRound();
        assertEquals(List.of(), post.outbox().take(FIRST, SMS, 9));
        assertEquals(
                Optional.of("too-late"), told(number, "tell-not").getFirst().find(Reserved.NOTICE_WHY));
    }

    @Test
    void aPersonDecidesWithAReasonThatStandsInTheLedger() {
        String number = office.register();
        goRound();
        Letter letter = list(Letter.Where.WAITING).getFirst();
        Letters letters = post.letters();
        assertThrows(
                IllegalArgumentException.class,
                () -> letters.decide(TestOffice.OPERATOR, letter.id(), Letters.Decided.TOLD, "x"));
        assertEquals(List.of(Letters.Decided.TOLD, Letters.Decided.GIVEN_UP), letters.possible(letter));
        assertTrue(letters.decide(TestOffice.ADMIN, letter.id(), Letters.Decided.TOLD, "电话 13900001234 里已说明"));
        Facts said = told(number, "tell").getFirst();
        assertEquals(Optional.of(TestOffice.ADMIN.account() + ": 电话 … 里已说明"), said.find(Reserved.NOTICE_HAND));
        assertFalse(letters.decide(TestOffice.ADMIN, letter.id(), Letters.Decided.GIVEN_UP, "再想想"), "it arrived");
    }

    @Test
    void whatIsInAGatewaysHandsIsNotDecidedAbout() {
        String number = office.register();
        goRound();
        UUID id = post.outbox().take(FIRST, SMS, 9).getFirst().letter().id();
        for (Letters.Decided decided : Letters.Decided.values()) {
            assertFalse(post.letters().decide(TestOffice.ADMIN, id, decided, "急"), decided.name());
        }
        office.clock("2021-10-08T09:11");
        assertTrue(post.letters().decide(TestOffice.ADMIN, id, Letters.Decided.GIVEN_UP, "网关停机"));
        assertEquals(1, told(number, "tell-not").size());
        assertEquals(1, list(Letter.Where.GIVEN_UP).size());
        assertTrue(post.letters().decide(TestOffice.ADMIN, id, Letters.Decided.AGAIN, "网关恢复"));
        assertEquals(id, post.outbox().take(SECOND, SMS, 9).getFirst().letter().id());
        assertEquals(Outbox.Noted.NOTED, post.outbox().confirm(SECOND, id, Outbox.Said.SENT, "msg-2"));
        assertEquals(1, told(number, "tell").size(), "told after all, and both stand");
    }

    @Test
    void lettersAreFoundByWhereTheyAreByWayAndByMatter() {
        String number = office.register();
        office.register();
        goRound();
        Letters letters = post.letters();
        assertEquals(2L, letters.counts().get(Letter.Where.WAITING));
        var all = new Letters.Sought(Optional.empty(), Optional.empty(), "", Optional.empty());
        List<Letter> found = letters.list(all, 1);
        var behind = new Letters.Sought(
                Optional.empty(),
                Optional.of(Notice.Way.SMS),
                "",
                Optional.of(found.getFirst().id()));
        assertEquals(number, letters.list(behind, 9).getFirst().number(), "the latest first");
        var one = new Letters.Sought(
                Optional.of(Letter.Where.WAITING), Optional.of(Notice.Way.SMS), number, Optional.empty());
        assertEquals(1, letters.list(one, 9).size());
        var none = new Letters.Sought(Optional.empty(), Optional.of(Notice.Way.MAIL), number, Optional.empty());
        assertEquals(List.of(), letters.list(none, 9));
    }
}
