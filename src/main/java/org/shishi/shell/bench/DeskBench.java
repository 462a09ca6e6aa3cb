package org.shishi.shell.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.shishi.matter.Desk;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.shell.Progress;

/**
 * Acts a second through the whole desk, against the same desk with one transaction an act: same rules, same writes, same
 * database, turn by turn. Then again on a ledger of so many entries.
 */
public final class DeskBench {
    private static final int FILLED_TOGETHER = Desk.BATCH;
    private static final Duration LOOKS_OVER = Duration.ofSeconds(65);
    private final Setting setting;
    private final Versions versions;
    private final Plan plan;
    private final PrintStream out;

    /**
     * What is to be measured.
     *
     * @param callers how many call at once, one measurement each
     * @param lasting how long each measurement lasts
     * @param fill entries the ledger is filled to before it is measured again; 0: not again
     */
    public record Plan(List<Integer> callers, Duration lasting, long fill) {
        public Plan {
            callers = List.copyOf(callers);
        }
    }

    public DeskBench(Setting setting, Versions versions, Plan plan, PrintStream out) {
        this.setting = setting;
        this.versions = versions;
        this.plan = plan;
        this.out = out;
    }

    /** Measures and prints. @throws ExecutionException when an act failed */
    public void run() throws SQLException, InterruptedException, ExecutionException {
        warmUp();
        out.println(
                "Acts through the desk, batched | one transaction an act | ratio | a bare insert of 1 KB each | ratio");
        List<Before> empty = new ArrayList<>();
        for (int callers : plan.callers()) {
            Pace batched = pace(Desk.BATCH, callers, plan.lasting());
            Pace single = pace(1, callers, plan.lasting());
            Pace bare = bare(callers);
            empty.add(new Before(batched, bare));
            out.printf(
                    "%4d callers: %s | %s | %.1f x | %s | %.2f x%n",
                    callers,
                    batched.inWords(),
                    single.inWords(),
                    batched.perSecond() / single.perSecond(),
                    bare.inWords(),
                    batched.perSecond() / bare.perSecond());
        }
        if (plan.fill() > 0) {
            fill();
            settle();
            again(empty);
        }
    }

    private void warmUp() throws InterruptedException, ExecutionException {
        WarmUp.over(turn -> pace(Desk.BATCH, 64, turn));
    }

    private Pace pace(int batchAtMost, int callers, Duration turn) throws InterruptedException, ExecutionException {
        try (Desk desk = Desk.of(setting, versions, batchAtMost)) {
            return new Load(callers, turn, 1).run(_ -> Lives.caller(desk));
        }
    }

    private Pace bare(int callers) throws SQLException, InterruptedException, ExecutionException {
        try (Bare bare = new Bare(setting.database())) {
            return new Load(callers, plan.lasting(), 1).run(_ -> bare.caller());
        }
    }

    private void fill() {
        try (Desk desk = Desk.of(setting, versions, Desk.BATCH);
                Progress progress = Progress.of("entries", plan.fill())) {
            for (long filled = 0; filled < plan.fill(); ) {
                int entries = Lives.together(desk, FILLED_TOGETHER);
                filled += entries;
                progress.advance(entries);
            }
        }
    }

    /**
     * What takes a city years came in a minute: the database looks over its tables once a minute, and tidies up after so
     * many new rows. That is waited for; it would be measured otherwise.
     */
    private void settle() throws InterruptedException {
        out.println("Waiting until the database has tidied up after them …");
        Thread.sleep(LOOKS_OVER);
        while (isTidying()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private boolean isTidying() {
        try (Connection c = setting.database().getConnection();
                Statement statement = c.createStatement();
                ResultSet found = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_stat_progress_vacuum)")) {
            return found.next() && found.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask what the database is doing", e);
        }
    }

    /** How the desk was at the start, and the bare insert beside it, which tells how fast the machine itself was. */
    private record Before(Pace desk, Pace bare) {}

    private void again(List<Before> empty) throws SQLException, InterruptedException, ExecutionException {
        warmUp(); // as at the start: the fill came another way, and a minute of rest cools machine and compiler down
        out.printf(
                "After %,d entries more | against the start | a bare insert | ratio | against the start%n",
                plan.fill());
        for (int i = 0; i < plan.callers().size(); i++) {
            int callers = plan.callers().get(i);
            Pace pace = pace(Desk.BATCH, callers, plan.lasting());
            Pace bare = bare(callers);
            Before before = empty.get(i);
            double ratio = pace.perSecond() / bare.perSecond();
            out.printf(
                    "%4d callers: %s | %.2f x | %s | %.2f x | %.2f x%n",
                    callers,
                    pace.inWords(),
                    pace.perSecond() / before.desk().perSecond(),
                    bare.inWords(),
                    ratio,
                    ratio * before.bare().perSecond() / before.desk().perSecond());
        }
    }
}
