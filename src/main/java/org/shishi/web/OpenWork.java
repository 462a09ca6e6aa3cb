package org.shishi.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.sheet.Worklists;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A worklist of which every button would be accepted from this very reader for this very matter: the desk is asked, as it
 * will be when the button is pressed. What leaves the reader no button (a second person is needed, say) is not theirs to do.
 */
@Component
@Profile("!command")
final class OpenWork {
    private final Worklists worklists;
    private final Matters matters;
    private final Desk desk;

    OpenWork(Worklists worklists, Matters matters, Desk desk) {
        this.worklists = worklists;
        this.matters = matters;
        this.desk = desk;
    }

    Worklists.Worklist of(Actor actor, Optional<Worklists.Light> light, int limit) {
        Worklists.Worklist list = worklists.of(actor, light, limit);
        Map<Long, Matter> found = matters
                .list(list.items().stream().map(Worklists.Item::matter).toList())
                .stream()
                .collect(Collectors.toMap(matter -> matter.standing().matter(), Function.identity()));
        Map<Worklists.Light, Long> counts = new EnumMap<>(Worklists.Light.class);
        counts.putAll(list.counts());
        List<Worklists.Item> items = list.items().stream()
                .map(item -> item.with(Optional.ofNullable(found.get(item.matter()))
                        .map(matter -> open(item, matter, actor))
                        .orElse(List.of())))
                .toList();
        items.stream()
                .filter(item -> item.acts().isEmpty())
                .forEach(item -> counts.merge(item.light(), -1L, Long::sum));
        counts.values().removeIf(count -> count <= 0);
        return new Worklists.Worklist(
                counts, items.stream().filter(item -> !item.acts().isEmpty()).toList());
    }

    private List<String> open(Worklists.Item item, Matter matter, Actor actor) {
        return item.acts().stream()
                .flatMap(name -> matter.procedure().findAct(name).stream())
                .filter(act -> desk.objections(matter.procedure(), act, Optional.of(matter.standing()), actor)
                        .isEmpty())
                .map(Act::name)
                .toList();
    }
}
