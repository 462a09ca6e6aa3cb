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
import java.util.Set;
import java.util.TreeSet;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Act;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Procedure;

/** What waits for whom: open matters at a stage from which one of the actor's duties leads on. */
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

    /** One line of a worklist. */
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
            List<String> acts) {}

    /** A worklist: how many stand at each light, and the first of them, the most urgent first. */
    public record Worklist(Map<Light, Long> counts, List<Item> items) {
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What an actor may lead on: a procedure, a stage, and whose matters. */
    private record Reach(String procedure, String stage, Duty.Reach reach, String whose) {}

    /** @param light only those at this light; empty for all */
    public Worklist of(Actor actor, Optional<Light> light, int limit) {
        Set<Reach> reaches = reaches(actor);
        if (reaches.isEmpty()) {
            return new Worklist(Map.of(), List.of());
        }
        Instant now = setting.clock().instant();
        try (Connection c = setting.database().getConnection()) {
            return new Worklist(counts(c, reaches, now), items(c, actor, reaches, light, limit, now));
        } catch (SQLException e) {
            throw new Broken("cannot read worklists", e);
        }
    }

    private Set<Reach> reaches(Actor actor) {
        Set<Reach> reaches = new TreeSet<>(java.util.Comparator.comparing(Reach::toString));
        for (Procedure procedure : setting.packs().procedures()) {
            for (Post post : actor.posts()) {
                Duty.Reach reach = setting.packs().duty(procedure, post.duty()).acts();
                String whose = reach == Duty.Reach.OWN ? actor.account() : post.unit();
                if (reach != Duty.Reach.NOTHING) {
                    leading(procedure, post.duty())
                            .forEach(act -> act.from()
                                    .forEach(stage -> reaches.add(new Reach(procedure.name(), stage, reach, whose))));
                }
            }
        }
        return reaches;
    }

    /** The acts of a duty that matters wait for. */
    private static List<Act> leading(Procedure procedure, String duty) {
        return procedure.acts().values().stream()
                .filter(act -> act.by().contains(duty) && act.isWaitedFor())
                .toList();
    }

    private static String where(Set<Reach> reaches) {
        List<String> any = reaches.stream()
                .map(reach -> switch (reach.reach()) {
                    case ALL -> "(procedure = ? AND stage = ?)";
                    case UNIT -> "(procedure = ? AND stage = ? AND holder = ?)";
                    default -> "(procedure = ? AND stage = ? AND opened_by = ?)";
                })
                .toList();
        return " FROM sheet.work WHERE city = ? AND (" + String.join(" OR ", any) + ")";
    }

    private int bind(PreparedStatement statement, Instant now, Set<Reach> reaches) throws SQLException {
        int next = 1;
        statement.setObject(next++, now.atOffset(ZoneOffset.UTC));
        statement.setObject(next++, now.atOffset(ZoneOffset.UTC));
        statement.setString(next++, setting.city());
        for (Reach reach : reaches) {
            statement.setString(next++, reach.procedure());
            statement.setString(next++, reach.stage());
            if (reach.reach() != Duty.Reach.ALL) {
                statement.setString(next++, reach.whose());
            }
        }
        return next;
    }

    private static final String LIGHT = "CASE WHEN due < ? THEN 'LATE' WHEN near < ? THEN 'NEAR' ELSE 'OK' END";

    private Map<Light, Long> counts(Connection c, Set<Reach> reaches, Instant now) throws SQLException {
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

    private List<Item> items(
            Connection c, Actor actor, Set<Reach> reaches, Optional<Light> light, int limit, Instant now)
            throws SQLException {
        String sql = "SELECT * FROM (SELECT *, " + LIGHT + " AS light" + where(reaches) + ") AS mine"
                + (light.isPresent() ? " WHERE light = ?" : "") + " ORDER BY due NULLS LAST, opened LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            int at = bind(statement, now, reaches);
            if (light.isPresent()) {
                statement.setString(at++, light.get().name());
            }
            statement.setInt(at, limit);
            List<Item> items = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    items.add(item(found, actor));
                }
            }
            return items;
        }
    }

    private Item item(ResultSet found, Actor actor) throws SQLException {
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
                asked(procedure, stage, actor));
    }

    private static Optional<Instant> moment(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** What is asked of this actor: the acts that lead on from the stage. */
    private List<String> asked(String procedure, String stage, Actor actor) {
        return setting.packs().findProcedure(procedure).stream()
                .flatMap(found -> actor.posts().stream().flatMap(post -> leading(found, post.duty()).stream()))
                .filter(act -> act.isAt(stage))
                .map(Act::name)
                .distinct()
                .toList();
    }
}
