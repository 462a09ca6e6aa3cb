package org.shishi.web;

import java.util.Map;
import java.util.Optional;
import org.shishi.advice.Hint;
import org.shishi.advice.Replies;
import org.shishi.matter.Matter;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts into words what is worth another look before a form is sent. */
@Component
@Profile("!command")
final class Looks {
    /** In a form whose sender has seen what there was to look at: sent so, it is recorded. */
    static final String LOOKED = "looked";

    private final Replies replies;

    Looks(Replies replies) {
        this.replies = replies;
    }

    /** What there is to look at; absent for acts in which nothing is looked at. */
    Optional<LookPage> find(
            Visit visit, Actor actor, Matter matter, Act act, String action, Map<String, String> typed) {
        return replies.looksAt(matter, act)
                ? Optional.of(new LookPage(
                        visit.say(),
                        action,
                        replies.hints(matter, act, typed, actor).stream()
                                .map(hint -> words(visit.say(), matter, hint))
                                .toList()))
                : Optional.empty();
    }

    private static String words(Say say, Matter matter, Hint hint) {
        String field = say.field(matter.procedure(), hint.field());
        return switch (hint) {
            case Hint.Empty empty -> say.word("look.empty", field, empty.phrase());
            case Hint.Pasted pasted ->
                pasted.number()
                        .map(number -> say.word("look.pasted", field, pasted.percent(), number))
                        .orElseGet(() -> say.word("look.pasted-unseen", field, pasted.percent()));
        };
    }
}
