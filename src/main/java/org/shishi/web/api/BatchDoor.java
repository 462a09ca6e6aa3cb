package org.shishi.web.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.web.Say;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** Many commands in one request, for other systems' bulk: one answer each, in their order; each stands for itself. */
final class BatchDoor implements Route.Door {
    private static final int BODY_AT_MOST = 16 << 20;

    private final Recording recording;
    private final InstantSource clock;

    BatchDoor(Recording recording, Setting setting) {
        this.recording = recording;
        this.clock = setting.clock();
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.known("POST", "/api/batch", this::record));
    }

    private Answer record(Call call, Actor by) {
        List<Bodies.Item> items = Bodies.batch(call.json(BODY_AT_MOST)).stream()
                .map(this::checked)
                .toList();
        List<Draft> drafts = new ArrayList<>(items.size());
        for (Bodies.Item item : items) {
            if (item instanceof Bodies.Item.Read(Draft draft)) {
                drafts.add(draft);
            }
        }
        List<Recording.Result> results = recording.recordAll(drafts, by);
        return Answer.json(HttpStatus.OK.value(), json -> write(json, items, results, call.say()));
    }

    private Bodies.Item checked(Bodies.Item item) {
        return item instanceof Bodies.Item.Read(Draft draft) ? checked(draft) : item;
    }

    private Bodies.Item checked(Draft draft) {
        try {
            if (draft.procedure().isPresent() == draft.matter().isPresent()) {
                throw Wrong.of(HttpStatus.BAD_REQUEST, "procedure-or-matter");
            }
            recording.requireKinds(draft);
            return new Bodies.Item.Read(draft.named(draft.key().map(MattersDoor::key)));
        } catch (Wrong wrong) {
            return new Bodies.Item.Bad(wrong);
        }
    }

    private void write(JsonGenerator json, List<Bodies.Item> items, List<Recording.Result> results, Say say) {
        Instant now = clock.instant();
        json.writeArrayPropertyStart("answers");
        int next = 0;
        for (Bodies.Item item : items) {
            json.writeStartObject();
            switch (item) {
                case Bodies.Item.Bad(Wrong wrong) -> problem(json, ApiProblems.of(wrong, say));
                case Bodies.Item.Read _ -> result(json, results.get(next++), say, now);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, Recording.Result result, Say say, Instant now) {
        switch (result) {
            case Recording.Result.Done(Recorded recorded) -> {
                json.writeNumberProperty("status", HttpStatus.CREATED.value());
                json.writeBooleanProperty("replayed", recorded.again());
                recorded.write(json, now);
            }
            case Recording.Result.No no -> problem(json, ApiProblems.of(no.why(), no.procedure(), say));
        }
    }

    private static void problem(JsonGenerator json, ApiProblems.Problem problem) {
        json.writeNumberProperty("status", problem.status().value());
        json.writeObjectPropertyStart("problem");
        problem.write(json);
        json.writeEndObject();
    }
}
