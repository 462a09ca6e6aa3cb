package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Procedure;

/**
 * What somebody keeps an eye on though nothing is asked of them: a unit's head what will be late, before it is (临期);
 * a leader what the clock reported up.
 */
public final class Watchlists {
    private static final String MINE = " FROM sheet.work WHERE city = ? AND procedure = ?"
            + " AND (? OR (CASE WHEN ? THEN holder ELSE opened_by END) = ?)"
            + " AND (CASE WHEN ? = 'near' THEN near < ? ELSE due < ? AND ? = ANY (done) END)";
    private final Setting setting;

    public Watchlists(Setting setting) {
        this.setting = setting;
    }

    /** One line: nothing is pressed here, it opens the matter. */
    public record Item(
            String number, String stage, Optional<String> holder, String title, Instant due, boolean isLate) {}

    /**
     * What is watched for in one procedure.
     *
     * @param watch {@link Duty#NEAR}, or the act that was done
     * @param total how many there are; the items are the first of them, the most pressing first
     */
    public record Watchlist(String procedure, String watch, long total, List<Item> items) {}

    /** Whose matters of a procedure are watched, and for what. */
    private record Watch(String procedure, String watch, Duty.Reach reach, String whose) {}

    /** One list for each thing this actor watches; empty ones too, for that nothing is late is worth knowing. */
    public List<Watchlist> of(Actor actor, int limit) {
        Instant now = setting.clock().instant();
        try (Connection c = setting.database().getConnection()) {
            List<Watchlist> lists = new ArrayList<>();
            for (Watch watch : watches(actor)) {
                lists.add(new Watchlist(
                        watch.procedure(), watch.watch(), count(c, watch, now), items(c, watch, now, limit)));
            }
            return lists;
        } catch (SQLException e) {
            throw new Broken("cannot read what is watched", e);
        }
    }

    private Set<Watch> watches(Actor actor) {
        Set<Watch> watches = new LinkedHashSet<>();
        for (Procedure procedure : setting.packs().procedures()) {
            for (Post post : actor.posts()) {
                Duty duty = setting.packs().duty(procedure, post.duty());
                String whose = duty.sees() == Duty.Reach.OWN ? actor.account() : post.unit();
                duty.watches().stream()
                        .filter(watch -> watch.equals(Duty.NEAR)
                                || procedure.findAct(watch).isPresent())
                        .sorted()
                        .forEach(watch -> watches.add(new Watch(procedure.name(), watch, duty.sees(), whose)));
            }
        }
        return watches;
    }

    private int bind(PreparedStatement statement, Watch watch, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<Object> values = List.of(
                setting.city(),
                watch.procedure(),
                watch.reach() == Duty.Reach.ALL,
                watch.reach() == Duty.Reach.UNIT,
                watch.whose(),
                watch.watch(),
                at,
                at,
                watch.watch());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return values.size() + 1;
    }

    private long count(Connection c, Watch watch, Instant now) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT count(*)" + MINE)) {
            bind(statement, watch, now);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    private List<Item> items(Connection c, Watch watch, Instant now, int limit) throws SQLException {
        String sql = "SELECT number, stage, holder, title, due" + MINE + " ORDER BY due, matter LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setInt(bind(statement, watch, now), limit);
            List<Item> items = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    items.add(item(found, now));
                }
            }
            return items;
        }
    }

    private static Item item(ResultSet found, Instant now) throws SQLException {
        Instant due = found.getObject("due", OffsetDateTime.class).toInstant();
        return new Item(
                found.getString("number"),
                found.getString("stage"),
                Optional.ofNullable(found.getString("holder")),
                found.getString("title"),
                due,
                due.isBefore(now));
    }
}
