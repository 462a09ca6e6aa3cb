package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.people.Post;

/** Questions to registers that somebody asks again (视图): an account's own, and those others share with its units. */
public final class Views {
    private static final int NAME_AT_MOST = 40;
    private static final int ASKED_AT_MOST = 2000;
    private static final int VIEWS_AT_MOST = 50;
    /** As in the query of an address. */
    private static final Pattern ASKED = Pattern.compile("[A-Za-z0-9._~%+*=&-]*");

    private final Setting setting;

    public Views(Setting setting) {
        this.setting = setting;
    }

    /**
     * One question.
     *
     * @param account who keeps it
     * @param unit whose people see it, too; empty for the account alone
     * @param asked filters, search, order and columns, as in the query of the register's address
     */
    public record View(String account, String register, String name, String unit, String asked) {}

    /** What became of keeping a view. */
    public enum Saved {
        KEPT,
        /** No name, or a longer one than a line holds. */
        NAME,
        /** Not as an address asks. */
        ASKED,
        /** Shared with a unit the account has no post in. */
        UNIT,
        /** The account keeps as many as it may. */
        TOO_MANY
    }

    /** Keeps a view, in place of the account's own of the same name. */
    public Saved save(Actor actor, View view) {
        String name = view.name().strip();
        if (!isName(name)) {
            return Saved.NAME;
        }
        if (view.asked().length() > ASKED_AT_MOST
                || !ASKED.matcher(view.asked()).matches()) {
            return Saved.ASKED;
        }
        if (!view.unit().isEmpty() && !units(actor).contains(view.unit())) {
            return Saved.UNIT;
        }
        return write(new View(actor.account(), view.register(), name, view.unit(), view.asked()));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= NAME_AT_MOST
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private static List<String> units(Actor actor) {
        return actor.posts().stream()
                .map(Post::unit)
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList();
    }

    private Saved write(View view) {
        String sql = "INSERT INTO saved_view (city, account, register, name, unit, asked, saved_at) "
                + "SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM saved_view WHERE city = ? AND account = ? "
                + "AND (register, name) <> (?, ?)) < " + VIEWS_AT_MOST
                + " ON CONFLICT (city, account, register, name) DO UPDATE "
                + "SET unit = excluded.unit, asked = excluded.asked, saved_at = excluded.saved_at";
        Object[] values = {
            setting.city(),
            view.account(),
            view.register(),
            view.name(),
            view.unit(),
            view.asked(),
            setting.clock().instant().atOffset(ZoneOffset.UTC),
            setting.city(),
            view.account(),
            view.register(),
            view.name()
        };
        return run(sql, values) == 0 ? Saved.TOO_MANY : Saved.KEPT;
    }

    /** Only the account's own; one that is not there is gone already. */
    public void remove(Actor actor, String register, String name) {
        String sql = "DELETE FROM saved_view WHERE city = ? AND account = ? AND register = ? AND name = ?";
        if (isName(name)) {
            run(sql, setting.city(), actor.account(), register, name);
        }
    }

    private int run(String sql, Object... values) {
        try (Connection c = setting.database().getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Broken("cannot keep a view", e);
        }
    }

    /** The account's own, then those shared with its units, by name. */
    public List<View> list(Actor actor, String register) {
        String sql = "SELECT account, name, unit, asked FROM saved_view WHERE city = ? AND register = ? "
                + "AND (account = ? OR unit = ANY (?)) ORDER BY account <> ?, name, account";
        try (Connection c = setting.database().getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, setting.city());
            statement.setString(2, register);
            statement.setString(3, actor.account());
            statement.setArray(4, c.createArrayOf("text", units(actor).toArray()));
            statement.setString(5, actor.account());
            List<View> views = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    views.add(new View(
                            found.getString(1), register, found.getString(2), found.getString(3), found.getString(4)));
                }
            }
            return views;
        } catch (SQLException e) {
            throw new Broken("cannot read views", e);
        }
    }
}
