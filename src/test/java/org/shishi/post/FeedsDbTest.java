package org.shishi.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.people.DemoCity;
import org.shishi.people.OwnPassword;
import org.shishi.people.People;
import org.shishi.people.SignIn;

/** What an account keeps for itself: a calendar's address, and a password. */
class FeedsDbTest {
    private static final String CITY = "370982";
    private static final Instant NOW = Instant.parse("2021-10-08T01:00:00Z");
    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private final People people = new People(database, CITY);

    FeedsDbTest() {
        DemoCity.find(CITY).orElseThrow().write(people, NOW);
    }

    @Test
    void anAddressIsKnownUntilItIsRevokedOrReplaced() {
        Feeds feeds = new Feeds(database, CITY);
        String first = feeds.open("chengguan", NOW);
        assertEquals(43, first.length());
        assertEquals(Optional.of("chengguan"), feeds.find(first));
        assertEquals(Optional.of(NOW), feeds.since("chengguan"));
        String second = feeds.open("chengguan", NOW);
        assertNotEquals(first, second);
        assertEquals(Optional.empty(), feeds.find(first));
        assertEquals(Optional.of("chengguan"), feeds.find(second));
        feeds.close("chengguan");
        assertEquals(Optional.empty(), feeds.find(second));
        assertEquals(Optional.empty(), feeds.since("chengguan"));
        assertEquals(Optional.empty(), feeds.find(""));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() {
        people.setPassword("chengguan", "a correct horse");
        OwnPassword own = new OwnPassword(database, CITY);
        assertEquals(OwnPassword.Changed.TOO_SHORT, own.change("chengguan", "a correct horse", "elevenchars", NOW));
        assertEquals(OwnPassword.Changed.TOO_LONG, own.change("chengguan", "a correct horse", "x".repeat(201), NOW));
        assertEquals(OwnPassword.Changed.TOO_NEAR, own.change("chengguan", "a correct horse", "a correct horse", NOW));
        assertEquals(
                OwnPassword.Changed.TOO_NEAR, own.change("chengguan", "a correct horse", "chengguan-2021-10", NOW));
        assertEquals(OwnPassword.Changed.WRONG, own.change("chengguan", "a wrong horse", "a better horse 1", NOW));
        assertEquals(
                OwnPassword.Changed.DONE,
                own.change("chengguan", "a correct horse", "一匹更好的马一匹更好的马", NOW.plusSeconds(60)));
        assertTrue(people.signIn("chengguan", "一匹更好的马一匹更好的马", NOW) instanceof SignIn.Welcome);
        assertTrue(people.signIn("chengguan", "a correct horse", NOW) instanceof SignIn.Wrong);
        assertTrue(own.isOvertaken("chengguan", NOW.plusSeconds(59)));
        assertEquals(false, own.isOvertaken("chengguan", NOW.plusSeconds(60)));
        assertEquals(false, own.isOvertaken("zhujian", NOW));
    }

    @Test
    void tenWrongOldPasswordsLockTheAccountAsAtTheDoor() {
        people.setPassword("chengguan", "a correct horse");
        OwnPassword own = new OwnPassword(database, CITY);
        for (int i = 0; i < 10; i++) {
            own.change("chengguan", "wrong " + i, "a better horse 1", NOW);
        }
        assertEquals(OwnPassword.Changed.WRONG, own.change("chengguan", "a correct horse", "a better horse 1", NOW));
        assertTrue(people.signIn("chengguan", "a correct horse", NOW) instanceof SignIn.Locked);
    }
}
