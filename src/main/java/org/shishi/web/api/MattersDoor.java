package org.shishi.web.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Refusal;
import org.shishi.matter.Scope;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.springframework.http.HttpStatus;

/** Matters: put on account, acted upon, read. */
final class MattersDoor implements Route.Door {
    /** A command is a form filled in, not a file. */
    private static final int BODY_AT_MOST = 1 << 20;

    private static final Pattern KEY = Pattern.compile("\"?([!-~&&[^\"]]{1,160})\"?");
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Recording recording;
    private final Matters matters;
    private final Desk desk;
    private final Packs packs;
    private final InstantSource clock;

    MattersDoor(Recording recording, Matters matters, Desk desk, Setting setting) {
        this.recording = recording;
        this.matters = matters;
        this.desk = desk;
        this.packs = setting.packs();
        this.clock = setting.clock();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.known("POST", "/api/matters", this::open),
                Route.known("POST", "/api/matters/*/entries", this::act),
                Route.known("GET", "/api/matters/*", this::show));
    }

    private Answer open(Call call, Actor by) {
        Draft draft = Bodies.opening(call.json(BODY_AT_MOST)).named(key(call));
        if (draft.procedure().isEmpty()) {
            throw Wrong.at("/procedure", "member-wanted");
        }
        return answer(call, recording.record(draft, by));
    }

    private Answer act(Call call, Actor by) {
        Draft draft = Bodies.entry(call.json(BODY_AT_MOST))
                .on(call.path(0))
                .named(key(call))
                .expecting(ifMatch(call));
        if (draft.act().isEmpty()) {
            throw Wrong.at("/act", "member-wanted");
        }
        return answer(call, recording.record(draft, by));
    }

    private static Optional<String> key(Call call) {
        return call.header("Idempotency-Key").map(MattersDoor::key);
    }

    /** @throws Wrong unless it is one word of at most 160 ASCII characters, in quotation marks or not */
    static String key(String said) {
        Matcher key = KEY.matcher(said.strip());
        if (!key.matches()) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "key");
        }
        return key.group(1);
    }

    /** The entry seen last. A tag that is none of ours is one that nothing matches. */
    private static OptionalLong ifMatch(Call call) {
        Optional<String> said = call.header("If-Match").map(String::strip).filter(tag -> !tag.equals("*"));
        return said.map(tag -> {
                    Matcher ours = TAG.matcher(tag);
                    return OptionalLong.of(ours.matches() ? Long.parseLong(ours.group(1)) : 0);
                })
                .orElse(OptionalLong.empty());
    }

    private Answer answer(Call call, Recording.Result result) {
        return switch (result) {
            case Recording.Result.Done(Recorded recorded) -> {
                Answer answer = Answer.json(HttpStatus.CREATED.value(), json -> recorded.write(json, clock.instant()))
                        .with("Location", recorded.location())
                        .with("ETag", tag(recorded.standing().lastPosition()));
                yield recorded.again() ? answer.with("Idempotency-Replayed", "true") : answer;
            }
            case Recording.Result.No no -> refused(call, no);
        };
    }

    private static Answer refused(Call call, Recording.Result.No no) {
        ApiProblems.Problem problem = ApiProblems.of(no.why(), no.procedure(), call.say());
        Answer answer = Answer.problem(problem.status().value(), problem::write);
        return no.why().getFirst() instanceof Refusal.MovedOn moved ? answer.with("ETag", tag(moved.last())) : answer;
    }

    private static String tag(long position) {
        return "\"" + position + "\"";
    }

    private Answer show(Call call, Actor actor) {
        Matter matter = matters.get(call.path(0));
        if (!Scope.of(packs, matter.procedure(), actor).sees(matter.standing())) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
        String tag = tag(matter.standing().lastPosition());
        Answer answer = isKnown(call, tag)
                ? Answer.empty(HttpStatus.NOT_MODIFIED.value())
                : Answer.json(HttpStatus.OK.value(), json -> view(matter, actor).write(json, clock.instant()));
        return answer.with("ETag", tag)
                .with("Cache-Control", "private, no-cache")
                .with("Vary", "Authorization");
    }

    private static boolean isKnown(Call call, String tag) {
        return call.header("If-None-Match")
                .filter(said -> said.equals("*")
                        || List.of(said.split("\\s*,\\s*")).contains(tag)
                        || List.of(said.split("\\s*,\\s*")).contains("W/" + tag))
                .isPresent();
    }

    private MatterJson view(Matter matter, Actor actor) {
        long id = matter.standing().matter();
        List<String> possible = desk.possible(matter.procedure(), Optional.of(matter.standing()), actor).stream()
                .map(act -> act.name())
                .toList();
        List<String> linked = matters.linked(id).stream()
                .map(other -> other.standing().number())
                .toList();
        return new MatterJson(matter, matters.masked(id), possible, linked);
    }
}
