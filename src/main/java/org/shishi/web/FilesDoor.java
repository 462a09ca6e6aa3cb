package org.shishi.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.shishi.files.Attachment;
import org.shishi.files.FileStore;
import org.shishi.files.Sort;
import org.shishi.files.Thumbs;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that stand behind a matter, for whoever may see the matter. Nothing in them can run in a page of ours. */
@Controller
@Profile("!command")
final class FilesDoor {
    /** Whatever a browser takes it for: nothing may be loaded, run or sent from it. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final MatterPages matterPages;
    private final Matters matters;
    private final FileStore store;
    private final Thumbs thumbs;
    private final InstantSource clock;

    FilesDoor(MatterPages matterPages, Matters matters, FileStore store, Thumbs thumbs, InstantSource clock) {
        this.matterPages = matterPages;
        this.matters = matters;
        this.store = store;
        this.thumbs = thumbs;
        this.clock = clock;
    }

    @GetMapping("/matters/{number}/files/{hash}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable String hash, Actor actor) {
        Attachment file = get(number, hash, actor);
        return answer(
                file,
                store.find(hash).orElseThrow(() -> new NotFound(hash)),
                file.kind().type());
    }

    /** A small picture; the photograph itself where none can be made. */
    @GetMapping("/matters/{number}/files/{hash}/thumb")
    ResponseEntity<Resource> thumb(@PathVariable String number, @PathVariable String hash, Actor actor) {
        Attachment file = get(number, hash, actor);
        if (file.kind().sort() != Sort.PHOTO) {
            throw new NotFound(hash);
        }
        return thumbs.find(file)
                .map(small -> answer(file, small, MediaType.IMAGE_JPEG_VALUE))
                .orElseGet(() -> file(number, hash, actor));
    }

    private Attachment get(String number, String hash, Actor actor) {
        Matter matter = matterPages.visible(number, actor);
        return matters.findFile(matter, hash, actor.account(), clock.instant()).orElseThrow(() -> new NotFound(hash));
    }

    private static ResponseEntity<Resource> answer(Attachment file, Path path, String type) {
        ContentDisposition.Builder how =
                file.kind().sort() == Sort.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(REMEMBERED).cachePrivate())
                .header("Content-Security-Policy", ALONE)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(path));
    }
}
