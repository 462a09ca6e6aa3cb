package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;

/** What waits for whom: matters at a stage from which one of the actor's duties leads on, or of which something is asked. */
public final class Worklists {
    private final Setting setting;

    public Worklists(Setting setting) {
        this.setting = setting;
    }

    /** How a matter stands with its time (绿 正常 · 黄 临期 · 红 超期). */
    public enum Light {
        LATE,
        NEAR,
        OK
    }

    /**
     * One line of a worklist.
     *
     * @param notes keys of words shown beside it: {@code choice/need.elderly}, {@code act/review-due}
     * @param acts what it waits for this actor to do
     */
    public record Item(
            long matter,
            String number,
            String procedure,
            String stage,
            Optional<String> holder,
            String title,
            Optional<String> subject,
            Optional<String> division,
            Instant opened,
            Optional<Instant> due,
            Optional<String> deadline,
            Light light,
            List<String> notes,
            List<String> acts) {
        /** The same with only some of its acts. */
        public Item with(List<String> some) {
            return new Item(
                    matter, number, procedure, stage, holder, title, subject, division, opened, due, deadline, light,
                    notes, some);
        }
    }

    /** A worklist: how many stand at each light, and the first of them, the most urgent first. */
    public record Worklist(Map<Light, Long> counts, List<Item> items) {
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param light only those at this light; empty for all */
    public Worklist of(Actor actor, Optional<Light> light, int limit) {
        Reaches reaches = new Reaches(setting.packs(), actor);
        if (reaches.isEmpty()) {
            return new Worklist(Map.of(), List.of());
        }
        Instant now = setting.clock().instant();
        try (Connection c = setting.database().getConnection()) {
            return new Worklist(counts(c, reaches, now), items(c, reaches, light, limit, now));
        } catch (SQLException e) {
            throw new Broken("cannot read worklists", e);
        }
    }

    private static String where(Reaches reaches) {
        return " FROM sheet.work WHERE city = ? AND " + reaches.where();
    }

    private int bind(PreparedStatement statement, Instant now, Reaches reaches) throws SQLException {
        statement.setObject(1, now.atOffset(ZoneOffset.UTC));
        statement.setObject(2, now.atOffset(ZoneOffset.UTC));
        statement.setString(3, setting.city());
        return reaches.bind(statement, 4);
    }

    private static final String LIGHT = "CASE WHEN due < ? THEN 'LATE' WHEN near < ? THEN 'NEAR' ELSE 'OK' END";

    /** Late before near before all others; within the same light urgent ones and people in need; then by time. */
    private static final String MOST_URGENT =
            "CASE light WHEN 'LATE' THEN 0 WHEN 'NEAR' THEN 1 ELSE 2 END, first DESC, due NULLS LAST, opened";

    private Map<Light, Long> counts(Connection c, Reaches reaches, Instant now) throws SQLException {
        String sql = "SELECT " + LIGHT + ", count(*)" + where(reaches) + " GROUP BY 1";
        Map<Light, Long> counts = new EnumMap<>(Light.class);
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            bind(statement, now, reaches);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    counts.put(Light.valueOf(found.getString(1)), found.getLong(2));
                }
            }
        }
        return counts;
    }

    private List<Item> items(Connection c, Reaches reaches, Optional<Light> light, int limit, Instant now)
            throws SQLException {
        String sql = "SELECT * FROM (SELECT *, " + LIGHT + " AS light" + where(reaches) + ") AS mine"
                + (light.isPresent() ? " WHERE light = ?" : "") + " ORDER BY " + MOST_URGENT + " LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            int at = bind(statement, now, reaches);
            if (light.isPresent()) {
                statement.setString(at++, light.get().name());
            }
            statement.setInt(at, limit);
            List<Item> items = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    items.add(item(found, reaches));
                }
            }
            return items;
        }
    }

    private Item item(ResultSet found, Reaches reaches) throws SQLException {
        String procedure = found.getString("procedure");
        String stage = found.getString("stage");
        return new Item(
                found.getLong("matter"),
                found.getString("number"),
                procedure,
                stage,
                Optional.ofNullable(found.getString("holder")),
                found.getString("title"),
                Optional.ofNullable(found.getString("subject")),
                Optional.ofNullable(found.getString("division")),
                moment(found, "opened").orElseThrow(),
                moment(found, "due"),
                Optional.ofNullable(found.getString("due_deadline")),
                Light.valueOf(found.getString("light")),
                texts(found, "notes"),
                reaches.asked(procedure, stage, texts(found, "asked")));
    }

    private static Optional<Instant> moment(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static List<String> texts(ResultSet found, String column) throws SQLException {
        return List.of((String[]) found.getArray(column).getArray());
    }
}
