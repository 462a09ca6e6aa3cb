package org.shishi.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.matter.Command;
import org.shishi.matter.Matter;
import org.shishi.matter.Reserved;
import org.shishi.matter.Standing;
import org.shishi.matter.TestOffice;
import org.shishi.people.Account;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Notice;
import org.shishi.procedure.Packs;

/** What the ledger asks to be told is told once, and the ledger says so. */
class PostDbTest {
    private static final Packs PACKS = NoticePack.read();
    private static final Actor GATEWAY = TestOffice.actor("gateway-1", Outbox.GATEWAY, "hotline");
    private static final Set<Notice.Way> ALL = EnumSet.allOf(Notice.Way.class);

    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private final TestOffice office = TestOffice.over(database, PACKS);
    private final List<Courier.Parcel> carried = new CopyOnWriteArrayList<>();

    PostDbTest() throws SQLException {
        execute("INSERT INTO account (city, name, display_name, password_hash, opened_at) "
                + "VALUES ('370982', 'chengguan', 'x', 'x', now())");
        new Mailboxes(database, TestOffice.CITY).set("chengguan", "chengguan@example.cn");
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** A courier that says of each parcel what the test says. */
    private record Scripted(
            Notice.Way way, List<Courier.Parcel> carried, Function<Courier.Parcel, Courier.Carried> says)
            implements Courier {
        @Override
        public Courier.Carried carry(Courier.Parcel parcel) {
            carried.add(parcel);
            return says.apply(parcel);
        }
    }

    private Courier courier(Notice.Way way, Function<Courier.Parcel, Courier.Carried> says) {
        return new Scripted(way, carried, says);
    }

    private Courier good(Notice.Way way) {
        return courier(way, _ -> new Courier.Carried.Delivered("R-1"));
    }

    private PostOffice post(Courier... couriers) {
        return post(office, couriers);
    }

    private PostOffice post(TestOffice at, Courier... couriers) {
        List<Account> accounts = List.of(
                account("chengguan", "handler", "chengguan"),
                account("chengguan-head", "head", "chengguan"),
                account("zhujian", "handler", "zhujian"));
        var town = new PostOffice.Town(at.matters(), () -> accounts, new Mailboxes(database, TestOffice.CITY));
        var means = new PostOffice.Means(List.of(couriers), Locale.SIMPLIFIED_CHINESE);
        return PostOffice.of(at.setting(), at.versions(), at.desk(), town, means);
    }

    private static Account account(String name, String duty, String unit) {
        return new Account(name, name, Account.Status.OPEN, Optional.empty(), List.of(new Post(duty, unit)));
    }

    private void goRound(PostOffice post) {
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

    private void execute(String sql) throws SQLException {
        try (Connection c = database.getConnection()) {
            c.createStatement().execute(sql);
        }
    }

    @Test
    void whoeverAnswersIsToldOfTheDispatchAndTheLedgerSaysSo() {
        PostOffice post = post(good(Notice.Way.MAIL));
        String number = office.upTo("dispatch");
        goRound(post);
        Courier.Parcel parcel = carried.getFirst();
        assertEquals(Optional.of("chengguan@example.cn"), parcel.to());
        assertEquals("派单 " + number + "，路灯照明，2021年10月8日14:30前办理", parcel.words());
        Facts said = told(number, "tell").getFirst();
        assertEquals(Optional.of("@chengguan"), said.find(Reserved.NOTICE_TO));
        assertEquals(Optional.of("mail"), said.find(Reserved.NOTICE_BY));
        assertEquals(Optional.of("R-1"), said.find(Reserved.NOTICE_RECEIPT));
        assertEquals(Optional.of(parcel.words()), said.find(Reserved.NOTICE_WORDS));
        assertEquals(1, told(number, "tell").size(), "the head has no mailbox; the webhook has no courier yet");
    }

    @Test
    void nothingIsSentTwiceThoughTheProgramDiesBetweenSendingAndNoting() {
        PostOffice dying = post(courier(Notice.Way.MAIL, _ -> {
            throw new IllegalStateException("killed");
        }));
        String number = office.upTo("dispatch");
        goRound(dying);
        assertEquals(1, carried.size());
        PostOffice next = post(good(Notice.Way.MAIL));
        goRound(next);
        assertEquals(1, carried.size(), "the letter is still in the first one's hands");
        office.clock("2021-10-08T09:06");
        goRound(next);
        assertEquals(2, carried.size());
        assertEquals(carried.get(0).id(), carried.get(1).id(), "the same id, so that it arrives once");
        assertEquals(carried.get(0).words(), carried.get(1).words());
        assertEquals(1, told(number, "tell").size());
    }

    @Test
    void whatEndedButIsNotTellableAtOnceIsToldLaterAndOnce() throws SQLException {
        String number = office.upTo("dispatch");
        goRound(post(good(Notice.Way.MAIL)));
        execute("UPDATE letter SET told = NULL");
        goRound(post(good(Notice.Way.MAIL)));
        assertEquals(1, carried.size());
        assertEquals(1, told(number, "tell").size(), "its slip is made of the letter");
    }

    @Test
    void twoNodesTellOnce() {
        try (TestOffice second = TestOffice.over(database, PACKS)) {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                numbers.add(office.upTo("dispatch"));
            }
            List<PostOffice> nodes = List.of(post(good(Notice.Way.MAIL)), post(second, good(Notice.Way.MAIL)));
            CompletableFuture<?>[] going = nodes.stream()
                    .map(node -> CompletableFuture.runAsync(() -> goRound(node)))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(going).join();
            nodes.forEach(this::goRound);
            assertEquals(30, carried.size());
            assertEquals(30, carried.stream().map(Courier.Parcel::id).distinct().count());
            numbers.forEach(number -> assertEquals(1, told(number, "tell").size()));
        }
    }

    @Test
    void workedOutAgainFromTheFirstEntryNothingGoesOutAgain() throws SQLException {
        String number = office.upTo("dispatch");
        goRound(post(good(Notice.Way.MAIL)));
        assertEquals(1, carried.size());
        try (Connection c = owner().getConnection()) {
            c.createStatement().execute("DELETE FROM letter; UPDATE bookmark SET position = 0 WHERE follower = 'post'");
        }
        PostOffice post = post(good(Notice.Way.MAIL));
        goRound(post);
        assertEquals(1, carried.size());
        assertEquals(1, TestPost.list(post, Letter.Where.SENT).size());
        assertEquals(1, told(number, "tell").size());
    }

    private PGSimpleDataSource owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(String.valueOf(database.getURL()));
        source.setUser(String.valueOf(database.getUser()));
        source.setPassword(String.valueOf(database.getPassword()));
        source.setOptions("");
        return source;
    }

    @Test
    void aLetterThatFailsWaitsLongerEachTimeThenGoesTheNextWayAndIsGivenUp() {
        PostOffice post = post(
                courier(Notice.Way.MAIL, _ -> new Courier.Carried.NotNow("smtp 451 <a@example.cn> 13900001234")),
                courier(Notice.Way.WEBHOOK, _ -> new Courier.Carried.Never("webhook 410")));
        String number = office.upTo("dispatch");
        var at = office.now();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            goRound(post);
            Letter letter = ours(post, Letter.Where.AGAIN);
            assertEquals("smtp 451 … …", letter.why(), "nobody's address is kept");
            assertEquals(i + 1, letter.tries());
            waits.add(Duration.between(at, letter.nextAt()).toSeconds());
            at = letter.nextAt();
            office.clock(java.time.LocalDateTime.ofInstant(at, org.shishi.calendar.WorkingDays.ZONE)
                    .plusSeconds(1)
                    .toString());
            at = office.now();
        }
        for (int i = 0; i < waits.size(); i++) {
            double plain = Math.min(60L << i, 4 * 3600);
            assertTrue(waits.get(i) >= plain * 0.9 - 1 && waits.get(i) <= plain * 1.1 + 1, i + ": " + waits);
        }
        goRound(post);
        Letter given = ours(post, Letter.Where.GIVEN_UP);
        assertEquals(Notice.Way.WEBHOOK, given.way());
        assertEquals(
                Optional.of("webhook 410"), told(number, "tell-not").getFirst().find(Reserved.NOTICE_WHY));
        assertTrue(post.letters().decide(TestOffice.ADMIN, given.id(), Letters.Decided.AGAIN, "换了地址"));
        goRound(post(good(Notice.Way.WEBHOOK)));
        assertTrue(told(number, "tell").stream()
                .anyMatch(facts -> facts.find(Reserved.NOTICE_TO).equals(Optional.of("@chengguan"))));
    }

    /** The letter to chengguan; the head's goes by the webhook alone. */
    private static Letter ours(PostOffice post, Letter.Where where) {
        return TestPost.list(post, where).stream()
                .filter(letter -> letter.key().addressee().equals("@chengguan"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGatewayTakesWhatWaitsWithTheNumberInClearAndConfirmsIt() {
        PostOffice post = post();
        String number = office.upTo("answer");
        goRound(post);
        Outbox outbox = post.outbox();
        assertThrows(IllegalArgumentException.class, () -> outbox.take(TestOffice.ADMIN, ALL, 9));
        assertEquals(List.of(), outbox.take(GATEWAY, Set.of(Notice.Way.WECHAT), 9));
        Outbox.Taken taken = outbox.take(GATEWAY, Set.of(Notice.Way.SMS), 9).getFirst();
        assertEquals(Optional.of("19900001234"), taken.to());
        assertEquals("您反映的 " + number + " 已由城市管理局答复。", taken.letter().words());
        assertEquals(List.of(), outbox.take(GATEWAY, Set.of(Notice.Way.SMS), 9), "it is in hand");
        UUID id = taken.letter().id();
        Actor other = TestOffice.actor("gateway-2", Outbox.GATEWAY, "hotline");
        assertEquals(Outbox.Noted.UNKNOWN, outbox.confirm(other, id, Outbox.Said.SENT, ""));
        assertEquals(Outbox.Noted.NOTED, outbox.confirm(GATEWAY, id, Outbox.Said.SENT, "msg-77"));
        assertEquals(Outbox.Noted.BEFORE, outbox.confirm(GATEWAY, id, Outbox.Said.SENT, "msg-77"));
        Facts said = told(number, "tell").getFirst();
        assertEquals(Optional.of("caller"), said.find(Reserved.NOTICE_TO));
        assertEquals(Optional.of("msg-77"), said.find(Reserved.NOTICE_RECEIPT));
        assertEquals(Outbox.Noted.UNKNOWN, outbox.confirm(GATEWAY, UUID.randomUUID(), Outbox.Said.SENT, ""));
    }

    @Test
    void theLettersThemselvesSayNothingPersonal() throws SQLException {
        office.upTo("answer");
        goRound(post());
        try (Connection c = database.getConnection();
                var rows = c.createStatement().executeQuery("SELECT l::text FROM letter l")) {
            while (rows.next()) {
                assertFalse(rows.getString(1).contains("19900001234"), rows.getString(1));
                assertFalse(rows.getString(1).contains("王"), rows.getString(1));
            }
        }
    }

    @Test
    void whoLeftNothingToBeReachedByIsKnownNotToHaveBeenTold() {
        String number = office.upTo("strike");
        goRound(post(good(Notice.Way.MAIL)));
        Facts not = told(number, "tell-not").getFirst();
        assertEquals(Optional.of("trial-mailed"), not.find(Reserved.NOTICE));
        assertEquals(Optional.of(Settling.NO_ADDRESS), not.find(Reserved.NOTICE_WHY));
        assertEquals("struck", office.matters().get(number).standing().stage(), "and nothing moved by it");
    }

    @Test
    void historyTellsNobodyAnything() {
        Command imported = Command.open(
                        "appeal", "register", TestOffice.OPERATOR, TestOffice.appeal(), Command.Via.IMPORT)
                .at(TestOffice.at("2021-10-08T08:00"));
        String number = TestOffice.recorded(office.desk().act(imported));
        var dispatch =
                Command.on(number, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan"), Command.Via.IMPORT);
        TestOffice.recorded(office.desk().act(dispatch));
        String late = office.register();
        office.clock("2021-10-11T09:00");
        var backdated = Command.on(
                        late, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan"), Command.Via.WEB)
                .at(TestOffice.at("2021-10-08T09:30"));
        TestOffice.recorded(office.desk().act(backdated));
        PostOffice post = post(good(Notice.Way.MAIL));
        goRound(post);
        assertEquals(List.of(), carried);
        assertTrue(post.letters().counts().values().stream().allMatch(count -> count == 0));
    }

    @Test
    void newsOfANoticeKeepsNobodyFromWhatTheyWereAbout() {
        String number = office.upTo("dispatch");
        Matter seen = office.matters().get(number);
        long last = seen.standing().lastPosition();
        office.clock("2021-10-08T09:10");
        goRound(post(good(Notice.Way.MAIL)));
        assertTrue(office.matters().get(number).standing().lastPosition() > last);
        office.clock("2021-10-08T09:20");
        Command sign = Command.on(number, "sign", TestOffice.CHENGGUAN, Map.of(), Command.Via.WEB)
                .expecting(last)
                .at(TestOffice.at("2021-10-08T09:05"));
        TestOffice.recorded(office.desk().act(sign));
        assertEquals(
                List.of("moved-on"),
                TestOffice.refused(office.desk()
                        .act(Command.on(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "好"), Command.Via.WEB)
                                .expecting(last))));
    }

    @Test
    void nobodyButTheClockSaysThatANoticeWasDelivered() {
        String number = office.upTo("dispatch");
        assertEquals(
                List.of("not-your-duty"),
                TestOffice.refused(office.act(number, "tell", TestOffice.ADMIN, Map.of("notice", "x"))));
    }
}
