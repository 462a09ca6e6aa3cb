package org.shishi.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Outcome;
import org.shishi.matter.QueryCode;
import org.shishi.matter.Scope;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the page of a matter. */
@Component
@Profile("!command")
final class MatterPages {
    /** How long a caller may still be on the telephone. */
    private static final Duration CALL = Duration.ofMinutes(30);

    private static final int SHARING = 20;
    private final Setting setting;
    private final Desk desk;
    private final Matters matters;
    private final Frames frames;
    private final Forms forms;

    MatterPages(Setting setting, Desk desk, Matters matters, Frames frames, Forms forms) {
        this.setting = setting;
        this.desk = desk;
        this.matters = matters;
        this.frames = frames;
        this.forms = forms;
    }

    /**
     * A matter this actor may see.
     *
     * @throws Problems.Forbidden when it is not for them
     */
    Matter visible(String number, Actor actor) {
        Matter matter = matters.get(number);
        if (!Scope.of(setting.packs(), matter.procedure(), actor).sees(matter.standing())) {
            throw new Problems.Forbidden();
        }
        return matter;
    }

    /** Absent when there is none, or it is not for this actor. */
    Optional<Matter> findVisible(String number, Actor actor) {
        return matters.find(number)
                .filter(matter ->
                        Scope.of(setting.packs(), matter.procedure(), actor).sees(matter.standing()));
    }

    /** As it stands right after an act: whoever did it sees what became of it, though it may be another's now. */
    Matter now(String number) {
        return matters.get(number);
    }

    /** What was asked to be shown, on the answer to the asking. */
    MatterPage revealed(Visit visit, Actor actor, Outcome.Recorded shown, String number) {
        return of(visit, actor, now(number), Optional.empty(), matters.reveal(shown));
    }

    MatterView view(Visit visit) {
        return new MatterView(
                visit.say(),
                setting.packs(),
                setting.roster().get(),
                setting.days(),
                setting.clock().instant());
    }

    MatterPage of(Visit visit, Actor actor, Matter matter, Optional<Forms.Draft> draft, Facts revealed) {
        return page(visit, actor, matter, draft, revealed, List.of());
    }

    /** As {@link #of}, with what was recorded after the entry a stale form had seen. */
    MatterPage since(Visit visit, Actor actor, Matter matter, Forms.Draft draft, long seen) {
        List<Standing.Said> later = matter.said().stream()
                .filter(said -> said.entry().position() > seen)
                .toList();
        return page(
                visit,
                actor,
                matter,
                Optional.of(draft),
                Facts.NONE,
                view(visit).lines(matter, later, Map.of()));
    }

    private MatterPage page(
            Visit visit,
            Actor actor,
            Matter matter,
            Optional<Forms.Draft> draft,
            Facts revealed,
            List<MatterPage.Line> since) {
        MatterView view = view(visit);
        Say say = visit.say();
        Standing standing = matter.standing();
        Facts people = revealed.isEmpty() ? matters.masked(standing.matter()) : revealed;
        String title = view.title(matter);
        return new MatterPage(
                frames.of(visit, title, "/work"),
                standing.number(),
                title,
                say.procedure(matter.procedure()) + " · " + say.moment(standing.openedAt(), view.now()),
                say.stage(matter.procedure(), standing.stage()),
                standing.holder().map(view::unit).orElse(""),
                isStruck(say, matter),
                standing.nextDue().map(view::light).orElse(""),
                new Buttons(say, matter).of(desk.possible(matter.procedure(), Optional.of(standing), actor)),
                draft.map(each -> forms.draw(say, each)),
                view.facts(matter, opening(matter)),
                view.facts(matter, people),
                view.lines(matter, matter.said(), leaves(matter)),
                view.dues(matter),
                links(say, actor, matters.linked(standing.matter())),
                links(say, actor, matters.sharing(standing.matter(), SHARING)),
                new Alike(setting.packs(), matter).address(),
                since,
                code(actor, matter, revealed, view.now()),
                Optional.empty());
    }

    /**
     * The query code is read to the caller by whoever put the matter on account, while they still speak; later it is shown
     * only together with the caller, when somebody gave a reason for looking.
     */
    Optional<String> code(Actor actor, Matter matter, Facts revealed, Instant now) {
        Standing standing = matter.standing();
        Instant recorded = matter.said().getFirst().entry().recordedAt();
        boolean isFresh = standing.openedBy().equals(actor.account())
                && now.isBefore(recorded.plus(CALL))
                && desk.possible(matter.procedure(), Optional.of(standing), actor).stream()
                        .anyMatch(act -> act.does() == Act.Does.REVEAL);
        return isFresh || !revealed.isEmpty()
                ? QueryCode.find(setting, matter).map(QueryCode::grouped)
                : Optional.empty();
    }

    /** Off the account with proof: the pack has a mark for that stage, and for no other end. */
    private static boolean isStruck(Say say, Matter matter) {
        String stage = matter.procedure().name() + "." + matter.standing().stage();
        return matter.isClosed() && say.find("mark." + stage).isPresent();
    }

    /** What was said when the matter was opened. */
    private static Facts opening(Matter matter) {
        return matter.said().getFirst().facts();
    }

    private Map<Long, String> leaves(Matter matter) {
        Map<Long, String> leaves = new HashMap<>();
        for (Standing.Said said : matter.said()) {
            Entry entry = said.entry();
            matters.findLine(entry.position())
                    .ifPresent(line -> leaves.put(entry.position(), line.leaf().hex()));
        }
        return leaves;
    }

    /** Only those this actor may see, too. */
    private List<MatterPage.Link> links(Say say, Actor actor, List<Matter> others) {
        return others.stream()
                .filter(other ->
                        Scope.of(setting.packs(), other.procedure(), actor).sees(other.standing()))
                .map(other -> new MatterPage.Link(
                        other.standing().number(),
                        say.stage(other.procedure(), other.standing().stage())))
                .toList();
    }
}
