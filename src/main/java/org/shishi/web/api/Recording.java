package org.shishi.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Matters;
import org.shishi.matter.Outcome;
import org.shishi.matter.QueryCode;
import org.shishi.matter.Refusal;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing;
import org.shishi.matter.Versions;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** Brings drafts before the desk and tells what came of them. */
final class Recording {
    private final Desk desk;
    private final Setting setting;
    private final Packs packs;
    private final Matters matters;
    private final Versions versions;
    private final Replay replay;

    Recording(Desk desk, Matters matters, Versions versions, Setting setting) {
        this.desk = desk;
        this.setting = setting;
        this.packs = setting.packs();
        this.matters = matters;
        this.versions = versions;
        this.replay = new Replay(matters, versions, setting);
    }

    /** What came of one draft. */
    sealed interface Result {
        record Done(Recorded recorded) implements Result {}

        /** @param procedure whose words say why not */
        record No(List<Refusal> why, Optional<Procedure> procedure) implements Result {}
    }

    /** @throws Wrong when a fact is written as something else than its kind */
    Result record(Draft draft, Actor by) {
        return recordAll(List.of(draft), by).getFirst();
    }

    /** As {@link #record} for many at once; each stands for itself. */
    List<Result> recordAll(List<Draft> drafts, Actor by) {
        List<Command> commands = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            requireKinds(draft);
            commands.add(draft.command(by, packs));
        }
        List<Outcome> outcomes = desk.actAll(commands);
        List<Result> results = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            results.add(result(drafts.get(i), outcomes.get(i)));
        }
        return results;
    }

    /** Asked only of drafts with numbers or truths in them: nearly none. */
    void requireKinds(Draft draft) {
        if (!draft.bare().isEmpty()) {
            procedure(draft).ifPresent(draft::requireKinds);
        }
    }

    private Optional<Procedure> procedure(Draft draft) {
        return draft.matter().isPresent()
                ? draft.matter().flatMap(desk::find).map(standing -> versions.get(standing.under()))
                : draft.procedure().flatMap(packs::findProcedure);
    }

    private Result result(Draft draft, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> new Result.No(refused.why(), procedure(draft));
            case Outcome.Recorded recorded ->
                recorded.after()
                        .<Result>map(standing ->
                                new Result.Done(recorded(recorded.entry(), standing, false, shown(recorded))))
                        .orElseGet(() -> again(draft, recorded.entry()));
        };
    }

    private Result again(Draft draft, Entry entry) {
        return replay.find(draft, entry)
                .<Result>map(standing -> new Result.Done(recorded(entry, standing, true, Facts.NONE)))
                .orElseGet(() -> slipUsed(draft));
    }

    private Result slipUsed(Draft draft) {
        return new Result.No(List.of(new Refusal.SlipUsed(draft.key().orElse(""))), procedure(draft));
    }

    private Recorded recorded(Entry entry, Standing standing, boolean again, Facts shown) {
        Optional<QueryCode> code = Optional.of(standing.number())
                .filter(_ -> entry.opens())
                .filter(_ -> packs.findFollowed(versions.get(entry.under())).isPresent())
                .map(number -> QueryCode.of(setting, number));
        return new Recorded(entry, standing, again, shown, code);
    }

    /** What was asked to be shown is told once, in the answer to the asking. */
    private Facts shown(Outcome.Recorded recorded) {
        boolean isShowing = versions.get(recorded.entry().under())
                .findAct(recorded.entry().act())
                .filter(act -> act.does() == Act.Does.REVEAL)
                .isPresent();
        return isShowing ? matters.reveal(recorded) : Facts.NONE;
    }
}
