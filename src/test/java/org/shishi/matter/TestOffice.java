package org.shishi.matter;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.shishi.TestDatabase;
import org.shishi.calendar.WorkingDays;
import org.shishi.files.Attachment;
import org.shishi.files.FileStore;
import org.shishi.files.Pictures;
import org.shishi.files.Scan;
import org.shishi.files.Uploads;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Seals;
import org.shishi.people.Actor;
import org.shishi.people.DemoCity;
import org.shishi.people.Post;
import org.shishi.people.Roster;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;

/** A small office on a real database, whose clock stands still until a test moves it. */
public final class TestOffice implements AutoCloseable {
    public static final String CITY = "370982";
    public static final Packs PACKS = Packs.read(PackFiles.inside());
    public static final Actor OPERATOR = actor("operator-1", "operator", "hotline");
    public static final Actor DISPATCHER = actor("dispatcher-1", "dispatcher", "hotline");
    public static final Actor CHENGGUAN = actor("chengguan", "handler", "chengguan");
    public static final Actor ZHUJIAN = actor("zhujian", "handler", "zhujian");
    public static final Actor CALLER_BACK = actor("caller-back-1", "caller-back", "hotline");
    public static final Actor SUPERVISOR = actor("supervisor-1", "supervisor", "hotline");
    public static final Actor ADMIN = actor("admin", "admin", "hotline");
    public static final Actor CITIZEN = actor("citizen-1", "citizen", "");

    private static final Roster ROSTER = DemoCity.find(CITY).orElseThrow().roster();

    private Instant now = at("2021-10-08T09:00");
    private final Setting setting;
    private final Versions versions;
    private final Desk desk;
    private final Matters matters;

    private TestOffice(DataSource database, Packs packs, Path keys) {
        setting = new Setting(
                CITY,
                database,
                packs,
                () -> ROSTER,
                WorkingDays.published(),
                Seals.in(keys),
                Digest.SHA256,
                new Uploads(database, CITY, FileStore.in(Path.of("target", "test-store")), Scan.of("")),
                () -> now);
        versions = Versions.of(setting);
        desk = Desk.of(setting, versions, Desk.BATCH);
        matters = new Matters(setting, versions);
    }

    /** An office on a fresh database, under the role the program works with. */
    public static TestOffice open() {
        return over(TestDatabase.asDesk(TestDatabase.fresh()));
    }

    /** An office on a database that is there already: a second node, or a restart. */
    public static TestOffice over(DataSource database) {
        return over(database, PACKS);
    }

    /** With packs of a test's own. */
    public static TestOffice over(DataSource database, Packs packs) {
        try {
            Path keys = Files.createDirectories(Path.of("target", "test-keys"));
            return new TestOffice(database, packs, keys);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.ZONE).toInstant();
    }

    public static Actor actor(String account, String duty, String unit) {
        return new Actor(account, account, List.of(new Post(duty, unit)));
    }

    public TestOffice clock(String local) {
        now = at(local);
        return this;
    }

    public Instant now() {
        return now;
    }

    public Setting setting() {
        return setting;
    }

    public Desk desk() {
        return desk;
    }

    public Versions versions() {
        return versions;
    }

    public Matters matters() {
        return matters;
    }

    public Outcome act(String number, String act, Actor by, Map<String, String> facts) {
        return desk.act(Command.on(number, act, by, facts, Command.Via.WEB));
    }

    /** What an appeal about a street light says. */
    public static Map<String, String> appeal() {
        return Map.of(
                "text", "瑞山路从学校到卫生院十几盏灯三天不亮",
                "subject", "0305",
                "channel", "12345",
                "urgency", "ordinary",
                "place.division", "370982106",
                "caller.name", "王先生",
                "caller.phone", "19900001234");
    }

    /** Registers an appeal and answers its number. */
    public String register() {
        return recorded(desk.act(Command.open("appeal", "register", OPERATOR, appeal(), Command.Via.WEB)));
    }

    /** Registers an appeal and brings it up to an act, by those whose duty it is. */
    public String upTo(String last) {
        String number = register();
        for (Step step : STEPS) {
            recorded(act(number, step.act(), step.by(), step.facts()));
            if (step.act().equals(last)) {
                break;
            }
        }
        return number;
    }

    private record Step(String act, Actor by, Map<String, String> facts) {}

    private static final List<Step> STEPS = List.of(
            new Step("dispatch", DISPATCHER, Map.of("unit", "chengguan")),
            new Step("sign", CHENGGUAN, Map.of()),
            new Step("answer", CHENGGUAN, Map.of("answer", "已更换 14 盏灯具，10 月 8 日夜间恢复照明。")),
            new Step("call-back", CALLER_BACK, Map.of("outcome", "resolved", "satisfaction", "satisfied")),
            new Step("strike", SUPERVISOR, Map.of("proof", "10 月 8 日夜间现场照片三张")));

    public static String recorded(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded.entry().number().orElse("");
        }
        throw new AssertionError(outcome.toString());
    }

    /** Sends a file and answers the line that names it; another number, another file. */
    public String file(Actor by, String sort, int n) {
        byte[] bytes = switch (sort) {
            case "photo" -> Pictures.plain("jpg", 40 + n, 30 + n);
            case "recording" -> Pictures.wav();
            default -> Pictures.pdf("/N " + n);
        };
        try {
            var taken = setting.uploads().take(new ByteArrayInputStream(bytes), sort + n, by.account(), now);
            return taken instanceof Uploads.Taken.In(Attachment file) ? file.line() : taken.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The names of the refusals; empty when it was recorded. */
    public static List<String> refused(Outcome outcome) {
        return outcome instanceof Outcome.Refused no
                ? no.why().stream().map(Refusal::name).toList()
                : List.of();
    }

    @Override
    public void close() {
        desk.close();
    }
}
