package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.shishi.files.Uploads;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.store.HeadRow;
import org.shishi.matter.store.Numbered;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * The one door. Whatever changes goes through here, is decided under its procedure and stands in the ledger before
 * anybody is answered.
 */
public final class Desk implements AutoCloseable {
    /** How many commands one transaction takes: more wait no longer than fewer would, since they share the flush. */
    public static final int BATCH = 500;

    private final Office office;
    private final Rules rules;
    private final Heads heads = new Heads();
    private final Recorder recorder;
    private final Writer writer;

    private Desk(Office office, Rules rules, int batchAtMost) {
        this.office = office;
        this.rules = rules;
        this.recorder = new Recorder(office, heads);
        this.writer = new Writer(recorder, batchAtMost, office.city());
    }

    /**
     * A desk that is open.
     *
     * @param batchAtMost how many commands one transaction takes
     * @throws org.shishi.procedure.PackError when a pack names a check that has no class
     */
    public static Desk of(Setting setting, Versions versions, int batchAtMost) {
        Objections objections = new Objections(setting.packs(), Named.of(setting.packs()));
        Preparation preparation = new Preparation(setting, number -> findMatter(setting, number));
        Decision decision = new Decision(setting.packs(), objections, preparation, setting.days());
        Rules rules = new Rules(setting.packs(), versions, objections, preparation);
        Matters matters = new Matters(setting, versions);
        new Ringing(setting, matters).catchUp();
        return new Desk(new Office(setting, new LedgerTables(), decision, matters), rules, batchAtMost);
    }

    private static Optional<Long> findMatter(Setting setting, String number) {
        return read(setting, connection -> Numbered.find(connection, setting.city(), number))
                .map(HeadRow::matter);
    }

    /**
     * Records one act, or says why not. Returns when the entry is durable.
     *
     * @throws Busy when too much is waiting; nothing was recorded
     * @throws Broken when the act could not be recorded
     */
    public Outcome act(Command command) {
        return actAll(List.of(command)).getFirst();
    }

    /** As {@link #act} for many at once; each stands for itself. */
    public List<Outcome> actAll(List<Command> commands) {
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        List<Prepared> ready = new ArrayList<>(commands.size());
        for (Command command : commands) {
            Readied readied = rules.ready(command, this::findHead, this::findHead);
            outcomes.add(new Outcome.Refused(readied.refusals()));
            readied.prepared().ifPresent(ready::add);
        }
        List<CompletableFuture<Outcome>> answers = writer.submit(ready);
        int next = answers.size(); // the last is answered last: who waits for it is woken once and not for each
        for (int i = outcomes.size() - 1; i >= 0; i--) {
            if (outcomes.get(i) instanceof Outcome.Refused refused
                    && refused.why().isEmpty()) {
                outcomes.set(i, join(answers.get(--next)));
            }
        }
        return outcomes;
    }

    private static Outcome join(CompletableFuture<Outcome> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private Optional<HeadRow> findHead(String number) {
        Optional<HeadRow> seen = heads.findNumber(number).flatMap(heads::find).map(Desk::head);
        return seen.isPresent()
                ? seen
                : read(office.setting(), connection -> Numbered.find(connection, office.city(), number));
    }

    private Optional<HeadRow> findHead(long matter) {
        Optional<HeadRow> seen = heads.find(matter).map(Desk::head);
        return seen.isPresent()
                ? seen
                : read(office.setting(), connection -> Numbered.find(connection, office.city(), matter));
    }

    private static HeadRow head(Standing standing) {
        return new HeadRow(standing.matter(), standing.under());
    }

    private interface Query {
        Optional<HeadRow> run(Connection connection) throws SQLException;
    }

    private static Optional<HeadRow> read(Setting setting, Query query) {
        try (Connection connection = setting.database().getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new Broken("cannot read a head", e);
        }
    }

    /** The standing of a matter as this node knows it; where it matters the writer looks again under the lock. */
    public Optional<Standing> find(String number) {
        Optional<Standing> seen = heads.findNumber(number).flatMap(heads::find);
        return seen.isPresent() ? seen : office.matters().find(number).map(Matter::standing);
    }

    /** What speaks against an act before any form is filled: the same answer that will guard it. */
    public List<Refusal> objections(Procedure procedure, Act act, Optional<Standing> standing, Actor by) {
        return rules.objections().atTheDoor(new Asked(procedure, act, standing, by, Facts.NONE, office.now()));
    }

    /** What is wrong with a form, whoever hands it in and whatever the matter. */
    public List<Refusal> misread(Procedure procedure, Act act, Map<String, String> typed) {
        return rules.preparation().read(procedure, act, typed).refusals();
    }

    /** The acts this actor may do now, in the order of the procedure. */
    public List<Act> possible(Procedure procedure, Optional<Standing> standing, Actor by) {
        return procedure.acts().values().stream()
                .filter(act -> act.opens() == standing.isEmpty()
                        || (standing.isPresent() && !act.from().isEmpty()))
                .filter(act -> objections(procedure, act, standing, by).isEmpty())
                .toList();
    }

    /** A deadline that has passed and what the clock has to do about it. */
    public record Past(long matter, String deadline, Instant at, String act) {}

    /** The deadlines that passed before a moment and were not acted on, the oldest first; of each matter one. */
    public List<Past> past(Instant now, int atMost) {
        return new Ringing(office.setting(), office.matters()).past(now, atMost);
    }

    /** Where files are sent before an act names them. */
    public Uploads uploads() {
        return office.setting().uploads();
    }

    /** How many commands wait for their answer now: whatever can wait gives way to them. */
    int waiting() {
        return writer.waiting();
    }

    /** Whether entries can be recorded now. */
    public boolean isReady() {
        return writer.isAlive() && recorder.isReady();
    }

    @Override
    public void close() {
        writer.close();
    }
}
