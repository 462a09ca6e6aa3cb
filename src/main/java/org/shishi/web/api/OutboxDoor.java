package org.shishi.web.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.people.Actor;
import org.shishi.post.Letter;
import org.shishi.post.Outbox;
import org.shishi.procedure.Notice;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/**
 * Where gateways of the city's (short messages, WeChat) fetch letters and say what came of them. Only a program with the
 * duty {@link Outbox#GATEWAY} is let in: it is the only one that is told a number in clear.
 */
final class OutboxDoor implements Route.Door {
    private static final int BODY_AT_MOST = 16 << 10;
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Set<String> PARAMETERS = Set.of("way", "limit");
    private static final Set<String> RECEIPT = Set.of("state", "text");

    private final Outbox outbox;

    OutboxDoor(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.known("GET", "/api/outbox", this::take),
                Route.known("POST", "/api/outbox/*/receipt", this::receipt));
    }

    private static void requireGateway(Actor actor) {
        if (!actor.holds(Outbox.GATEWAY)) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
    }

    private Answer take(Call call, Actor actor) {
        requireGateway(actor);
        call.parameters().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> {
                    throw Wrong.parameter(name);
                });
        List<Outbox.Taken> taken = outbox.take(actor, ways(call), limit(call));
        return Answer.json(HttpStatus.OK.value(), json -> {
            json.writeArrayPropertyStart("letters");
            taken.forEach(each -> write(json, each));
            json.writeEndArray();
        });
    }

    private static Set<Notice.Way> ways(Call call) {
        Set<Notice.Way> ways = EnumSet.noneOf(Notice.Way.class);
        call.parameters()
                .getOrDefault("way", List.of())
                .forEach(said -> ways.add(Notice.Way.find(said).orElseThrow(() -> Wrong.parameter("way"))));
        if (ways.isEmpty()) {
            throw Wrong.parameter("way");
        }
        return ways;
    }

    private static int limit(Call call) {
        String said = call.parameter("limit").orElse(Integer.toString(USUAL));
        if (!said.matches("\\d{1,3}") || Integer.parseInt(said) < 1 || Integer.parseInt(said) > MOST) {
            throw Wrong.parameter("limit");
        }
        return Integer.parseInt(said);
    }

    private static void write(JsonGenerator json, Outbox.Taken taken) {
        Letter letter = taken.letter();
        json.writeStartObject();
        json.writeStringProperty("id", letter.id().toString());
        json.writeStringProperty("way", letter.way().keyword());
        taken.to().ifPresent(to -> json.writeStringProperty("to", to));
        letter.account().ifPresent(account -> json.writeStringProperty("account", account));
        json.writeStringProperty("words", letter.words());
        json.writeStringProperty("matter", letter.number());
        json.writeStringProperty("notice", letter.key().notice());
        json.writeNumberProperty("tries", letter.tries());
        json.writeStringProperty("until", taken.until().toString());
        json.writeEndObject();
    }

    /** Said twice it counts once; said of what is in other hands it counts for nothing. */
    private Answer receipt(Call call, Actor actor) {
        requireGateway(actor);
        UUID id = id(call.path(0));
        Map<String, String> said = Bodies.texts(call.json(BODY_AT_MOST), RECEIPT);
        Outbox.Said state = state(said.getOrDefault("state", ""));
        Outbox.Noted noted = outbox.confirm(actor, id, state, said.getOrDefault("text", ""));
        if (noted == Outbox.Noted.UNKNOWN) {
            throw Wrong.notFound(id.toString());
        }
        return Answer.json(
                HttpStatus.OK.value(), json -> json.writeBooleanProperty("noted", noted == Outbox.Noted.NOTED));
    }

    private static UUID id(String said) {
        if (!said.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Wrong.notFound(said);
        }
        return UUID.fromString(said);
    }

    private static Outbox.Said state(String said) {
        Optional<Outbox.Said> state = Stream.of(Outbox.Said.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
        return state.orElseThrow(() -> Wrong.at("/state", "state-wanted"));
    }
}
