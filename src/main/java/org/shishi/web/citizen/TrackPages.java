package org.shishi.web.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.matter.Desk;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Refusal;
import org.shishi.matter.Setting;
import org.shishi.matter.Slips;
import org.shishi.matter.Standing;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;
import org.shishi.web.FormView;
import org.shishi.web.Forms;
import org.shishi.web.Frames;
import org.shishi.web.MatterPage;
import org.shishi.web.MatterView;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the page on which a caller follows their matter. */
@Component
@Profile("!command")
final class TrackPages {
    private final Setting setting;
    private final Desk desk;
    private final Frames frames;
    private final Forms forms;

    TrackPages(Setting setting, Desk desk, Frames frames, Forms forms) {
        this.setting = setting;
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    TrackPage of(Visit visit, Following.Followed followed) {
        return page(visit, followed, Optional.empty(), List.of());
    }

    /** With the form of an act; without it where that cannot be done at all any more, only with the reason. */
    TrackPage form(Visit visit, Following.Followed followed, Act act, Map<String, String> typed, List<Refusal> wrong) {
        boolean isOpen =
                wrong.stream().allMatch(why -> why instanceof Refusal.InTheForm || why instanceof Refusal.MovedOn);
        Optional<FormView> form =
                isOpen ? Optional.of(draw(visit.say(), followed.matter(), act, typed, wrong)) : Optional.empty();
        return page(visit, followed, form, wrong);
    }

    private FormView draw(Say say, Matter matter, Act act, Map<String, String> typed, List<Refusal> wrong) {
        Procedure procedure = matter.procedure();
        var draft = new Forms.Draft(
                procedure,
                act,
                "/track/" + act.name(),
                matter.standing().lastPosition(),
                typed,
                wrong.stream().filter(Refusal.InTheForm.class::isInstance).toList());
        return new PublicForm(say, procedure).of(forms.draw(say, draft), _ -> true, doing(say, procedure, act));
    }

    private TrackPage page(Visit visit, Following.Followed followed, Optional<FormView> form, List<Refusal> wrong) {
        Say say = visit.say();
        MatterView view = view(visit);
        Matter matter = followed.matter();
        Standing standing = matter.standing();
        List<Act> possible = possible(matter);
        return new TrackPage(
                frames.of(visit, say.word("track.title", standing.number()), "/track"),
                standing.number(),
                view.title(matter),
                say.stage(matter.procedure(), standing.stage()),
                standing.holder().map(view::unit).orElse(""),
                standing.nextDue().map(view::light).orElse(""),
                possible.stream().map(act -> button(say, matter, act)).toList(),
                form,
                refused(say, matter, wrong),
                matter.isClosed() && possible.isEmpty(),
                dues(view, followed),
                lines(view, followed));
    }

    MatterView view(Visit visit) {
        return new MatterView(
                visit.say(),
                setting.packs(),
                setting.roster().get(),
                setting.days(),
                setting.clock().instant());
    }

    private List<Act> possible(Matter matter) {
        Actor caller = Actor.callerOf(matter.standing().number());
        return desk.possible(matter.procedure(), Optional.of(matter.standing()), caller);
    }

    private static MatterPage.Button button(Say say, Matter matter, Act act) {
        return new MatterPage.Button(
                doing(say, matter.procedure(), act),
                "",
                "/track/" + act.name(),
                "",
                true,
                act.asks().isEmpty() ? Slips.fresh() : "",
                matter.standing().lastPosition());
    }

    /** What a caller does, in a caller's words. */
    private static String doing(Say say, Procedure procedure, Act act) {
        String name = procedure.name() + "." + act.name();
        return say.first("public.do." + name, "act." + name);
    }

    /** What concerns the matter and not a field. */
    private static String refused(Say say, Matter matter, List<Refusal> wrong) {
        return wrong.stream()
                .filter(why -> !(why instanceof Refusal.InTheForm))
                .findFirst()
                .map(why -> Forms.words(say, matter.procedure(), why))
                .orElse("");
    }

    /** By when, and why that day; windows too: until when the caller may say something. */
    private static List<MatterPage.DueView> dues(MatterView view, Following.Followed followed) {
        return followed.matter().standing().dues().stream()
                .filter(due -> due.kind() != Due.Kind.STEP)
                .filter(due -> followed.shown().deadlines().contains(due.deadline()))
                .map(due -> view.due(followed.matter(), due))
                .toList();
    }

    private static List<TrackPage.Line> lines(MatterView view, Following.Followed followed) {
        return followed.matter().said().reversed().stream()
                .filter(said -> followed.shown().acts().contains(said.entry().act()))
                .map(said -> line(view, followed, said))
                .toList();
    }

    private static TrackPage.Line line(MatterView view, Following.Followed followed, Standing.Said said) {
        Procedure procedure = followed.matter().procedure();
        Entry entry = said.entry();
        String act = procedure.name() + "." + entry.act();
        return new TrackPage.Line(
                entry.position(),
                view.say().first("public." + act, "act." + act),
                by(view, entry),
                view.say().moment(entry.happenedAt(), view.now()),
                entry.by().account().equals(Actor.CLOCK.account()),
                view.facts(followed.matter(), said.facts().only(key -> isShown(procedure, followed, key))));
    }

    private static boolean isShown(Procedure procedure, Following.Followed followed, String key) {
        return procedure
                .fieldOf(key)
                .filter(field -> !field.personal() && followed.shown().facts().contains(field.name()))
                .isPresent();
    }

    /** Units answer to the public, not their people. */
    private static String by(MatterView view, Entry entry) {
        if (entry.by().account().equals(Actor.CLOCK.account())) {
            return view.say().word("the-clock");
        }
        if (entry.by().duty().equals(Actor.CITIZEN)) {
            return view.say().word("track.you");
        }
        return entry.by().unit().isEmpty()
                ? view.say().duty(entry.by().duty())
                : view.unit(entry.by().unit());
    }
}
