package org.shishi.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.shishi.matter.Matter;
import org.shishi.matter.Slips;
import org.shishi.procedure.Act;

/** The buttons of a matter: one for each act that would be accepted now, each with a key of its own. */
record Buttons(Say say, Matter matter) {

    List<MatterPage.Button> of(List<Act> possible) {
        Deque<String> free = new ArrayDeque<>(
                IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList());
        possible.forEach(act -> act.key().ifPresent(free::remove));
        return possible.stream()
                .map(act -> button(act, act.key().orElseGet(() -> free.isEmpty() ? "" : free.remove())))
                .toList();
    }

    private MatterPage.Button button(Act act, String key) {
        String procedure = matter.procedure().name();
        return new MatterPage.Button(
                say.act(matter.procedure(), act.name()),
                say.find("hint.act." + procedure + "." + act.name()).orElse(""),
                "/matters/" + matter.standing().number() + "/" + act.name(),
                key,
                act.main(),
                isPressed(act) ? Slips.fresh() : "",
                matter.standing().lastPosition());
    }

    /** Done by the press itself: there is nothing to fill in, and nothing is destroyed or laid open by it. */
    static boolean isPressed(Act act) {
        return act.asks().isEmpty() && act.does() == Act.Does.NOTHING;
    }
}
