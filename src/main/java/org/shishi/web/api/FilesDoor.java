package org.shishi.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.shishi.files.Attachment;
import org.shishi.files.Sort;
import org.shishi.files.Unfit;
import org.shishi.files.Uploads;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** Files: sent, to be named in an act within a day; fetched from the matter they stand behind. */
final class FilesDoor implements Route.Door {
    private final Uploads uploads;
    private final Matters matters;
    private final Packs packs;
    private final InstantSource clock;

    FilesDoor(Uploads uploads, Matters matters, Packs packs, InstantSource clock) {
        this.uploads = uploads;
        this.matters = matters;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.known("POST", "/api/files", this::take),
                Route.known("GET", "/api/matters/*/files/*", this::show));
    }

    /** The body is the file; its name stands in the query. */
    private Answer take(Call call, Actor by) {
        call.requireFile(Sort.MOST);
        String name = call.parameter("name").orElse("");
        try {
            return switch (uploads.take(call.body(), name, by.account(), clock.instant())) {
                case Uploads.Taken.In(Attachment file) ->
                    Answer.json(HttpStatus.CREATED.value(), json -> write(json, file));
                case Uploads.Taken.Not(Unfit why, String said) -> throw unfit(why, said);
            };
        } catch (IOException e) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "body-broken-off");
        }
    }

    private static Wrong unfit(Unfit why, String name) {
        HttpStatus status = switch (why) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_SCANNED -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return Wrong.of(status, why.keyword(), name);
    }

    private static void write(JsonGenerator json, Attachment file) {
        json.writeStringProperty("hash", file.hash());
        json.writeStringProperty("kind", file.kind().keyword());
        json.writeStringProperty("sort", file.kind().sort().keyword());
        json.writeStringProperty("type", file.kind().type());
        json.writeNumberProperty("size", file.size());
        json.writeStringProperty("name", file.name());
        json.writeStringProperty("fact", file.line());
    }

    private Answer show(Call call, Actor by) {
        Matter matter = matters.get(call.path(0));
        if (!Scope.of(packs, matter.procedure(), by).sees(matter.standing())) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
        String hash = call.path(1);
        Attachment file =
                matters.findFile(matter, hash, by.account(), clock.instant()).orElseThrow(() -> Wrong.notFound(hash));
        Path path = uploads.store().find(hash).orElseThrow(() -> Wrong.notFound(hash));
        try {
            return Answer.bytes(file.kind().type(), Files.readAllBytes(path))
                    .with("Content-Security-Policy", "default-src 'none'; sandbox")
                    .with("Content-Disposition", "attachment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
