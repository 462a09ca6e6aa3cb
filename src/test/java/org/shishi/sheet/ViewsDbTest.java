package org.shishi.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;

class ViewsDbTest {
    private static final Actor MATE = TestOffice.actor("mate", "handler", "chengguan");
    private final TestOffice office = TestOffice.open();
    private final Views views = new Views(office.setting());

    @BeforeEach
    void accounts() throws SQLException {
        try (Connection c = office.setting().database().getConnection();
                Statement statement = c.createStatement()) {
            for (String name : List.of("chengguan", "mate", "zhujian")) {
                statement.execute("INSERT INTO account (city, name, display_name, password_hash, opened_at) VALUES ('"
                        + TestOffice.CITY + "', '" + name + "', '" + name + "', '-', now())");
            }
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Views.Saved save(Actor actor, String name, String unit, String asked) {
        return views.save(actor, new Views.View(actor.account(), "appeals", name, unit, asked));
    }

    private List<String> names(Actor actor) {
        return views.list(actor, "appeals").stream().map(Views.View::name).toList();
    }

    @Test
    void aViewIsItsOwnersUntilItIsSharedWithAUnitOfTheirs() {
        assertEquals(Views.Saved.KEPT, save(TestOffice.CHENGGUAN, "超期的", "", "late=true&sort=due"));
        assertEquals(List.of(), names(MATE));
        assertEquals(Views.Saved.KEPT, save(TestOffice.CHENGGUAN, " 超期的 ", "chengguan", "late=true"));
        assertEquals(List.of("超期的"), names(MATE));
        assertEquals("late=true", views.list(MATE, "appeals").getFirst().asked());
        assertEquals(List.of(), names(TestOffice.ZHUJIAN));
        assertEquals(Views.Saved.UNIT, save(TestOffice.ZHUJIAN, "别人的", "chengguan", ""));
    }

    @Test
    void onlyTheOwnerRemovesAView() {
        save(TestOffice.CHENGGUAN, "本单位", "chengguan", "");
        views.remove(MATE, "appeals", "本单位");
        assertEquals(List.of("本单位"), names(MATE));
        views.remove(TestOffice.CHENGGUAN, "appeals", "本单位");
        assertEquals(List.of(), names(MATE));
    }

    @Test
    void whatIsNoQuestionIsNotKept() {
        assertEquals(Views.Saved.NAME, save(MATE, "  ", "", ""));
        assertEquals(Views.Saved.NAME, save(MATE, "长".repeat(41), "", ""));
        assertEquals(Views.Saved.ASKED, save(MATE, "坏", "", "a=\"><script>"));
        assertEquals(Views.Saved.ASKED, save(MATE, "坏", "", "a".repeat(2001)));
    }

    @Test
    void anAccountKeepsFiftyAndMayStillChangeThem() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Views.Saved.KEPT, save(MATE, "v" + i, "", ""));
        }
        assertEquals(Views.Saved.TOO_MANY, save(MATE, "one more", "", ""));
        assertEquals(Views.Saved.KEPT, save(MATE, "v7", "", "sort=due"));
    }
}
