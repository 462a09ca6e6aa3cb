package org.shishi.web.citizen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.NotFound;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Published;
import org.shishi.web.FormReading;
import org.shishi.web.FormView;
import org.shishi.web.Forms;
import org.shishi.web.Say;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How somebody who is known to nobody puts a matter on account: as the pack says it may be said. */
@Component
@Profile("!command")
final class Sayings {
    private final Packs packs;
    private final Desk desk;
    private final Forms forms;
    private final FormReading reading;

    Sayings(Packs packs, Desk desk, Forms forms, FormReading reading) {
        this.packs = packs;
        this.desk = desk;
        this.forms = forms;
        this.reading = reading;
    }

    private record Open(Procedure procedure, Act act, Published.Saying saying) {}

    /** @throws NotFound when no pack lets the public speak */
    private Open open() {
        return packs.procedures().stream()
                .flatMap(procedure -> open(procedure).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("say"));
    }

    private Optional<Open> open(Procedure procedure) {
        return packs.findFollowed(procedure)
                .flatMap(Published.Followed::saying)
                .map(saying -> new Open(procedure, procedure.act(saying.act()), saying));
    }

    /** Only what is asked of the public is drawn. */
    FormView draw(Say say, Map<String, String> typed, List<Refusal> wrong) {
        Open open = open();
        var draft = new Forms.Draft(open.procedure(), open.act(), "/say", 0, typed, wrong);
        return new PublicForm(say, open.procedure())
                .of(forms.draw(say, draft), open.saying().asks()::contains, say.word("say.send"));
    }

    /** Only what is asked of the public is taken; what the way in settles is laid over it. */
    Outcome record(Say say, Map<String, String> typed) {
        Open open = open();
        Map<String, String> facts = new LinkedHashMap<>(reading.facts(say, open.procedure(), open.act(), typed));
        facts.keySet().retainAll(open.saying().asks());
        facts.putAll(open.saying().with());
        Command command =
                Command.open(open.procedure().name(), open.act().name(), Actor.caller(), facts, Command.Via.WEB);
        return desk.act(FormReading.slipped(command, typed));
    }
}
