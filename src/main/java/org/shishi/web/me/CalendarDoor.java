package org.shishi.web.me;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.post.DueCalendar;
import org.shishi.post.Feeds;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.sheet.Worklists;
import org.shishi.web.Say;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The deadlines of somebody's worklist, for calendar programs. Whoever has the address reads it, so it says no more than
 * number, subject and day; an address that was revoked is as if it had never been.
 */
@Controller
@Profile("!command")
final class CalendarDoor {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int MOST = 500;

    private final Feeds feeds;
    private final People people;
    private final Worklists worklists;
    private final Packs packs;

    CalendarDoor(Feeds feeds, People people, Worklists worklists, Packs packs) {
        this.feeds = feeds;
        this.people = people;
        this.worklists = worklists;
        this.packs = packs;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> read(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String seen,
            Say say) {
        Actor actor = feeds.find(secret).flatMap(people::findActor).orElseThrow(() -> new NotFound("calendar"));
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        List<DueCalendar.Event> events = worklists.of(actor, Optional.empty(), MOST).items().stream()
                .flatMap(item -> event(say, here, item).stream())
                .toList();
        byte[] text =
                new DueCalendar(say.word("me.calendar-name"), events).text().getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + hash(text) + "\"";
        boolean isSame = seen.contains(tag);
        return ResponseEntity.status(isSame ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(CALENDAR)
                .body(isSame ? new byte[0] : text);
    }

    private Optional<DueCalendar.Event> event(Say say, String here, Worklists.Item item) {
        Optional<Procedure> procedure = packs.findProcedure(item.procedure());
        if (procedure.isEmpty() || item.due().isEmpty() || item.deadline().isEmpty()) {
            return Optional.empty();
        }
        String deadline = item.deadline().get();
        String subject =
                item.subject().map(code -> subject(say, procedure.get(), code)).orElse("");
        return Optional.of(new DueCalendar.Event(
                item.matter() + "-" + deadline + "@" + people.city() + ".shishi",
                item.due().get(),
                item.opened(),
                say.deadline(procedure.get(), deadline) + " " + item.number()
                        + (subject.isEmpty() ? "" : " " + subject),
                say.stage(procedure.get(), item.stage()),
                here + "/matters/" + item.number()));
    }

    private String subject(Say say, Procedure procedure, String code) {
        return packs.packOf(procedure).categories().values().stream()
                .flatMap(tree -> tree.find(code).stream())
                .map(category -> category.name(say.locale()))
                .findFirst()
                .orElse("");
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
