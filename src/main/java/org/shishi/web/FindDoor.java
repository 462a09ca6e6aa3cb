package org.shishi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.matter.Matters;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The one search field. A number opens its matter, a phone or identity number finds what its owner asked before, words
 * are looked for in the register. Sent by POST: what identifies a person stands in no address.
 */
@Controller
@Profile("!command")
final class FindDoor {
    private static final Pattern OF_A_PERSON = Pattern.compile("\\+?\\d[\\d -]{5,20}[\\dXx]");
    private static final int LONGEST = 60;
    private final Pages pages;
    private final Frames frames;
    private final Callers callers;
    private final Matters matters;
    private final Packs packs;

    FindDoor(Pages pages, Frames frames, Callers callers, Matters matters, Packs packs) {
        this.pages = pages;
        this.frames = frames;
        this.callers = callers;
        this.matters = matters;
        this.packs = packs;
    }

    /** Whoever reloads what was found begins anew. */
    @GetMapping("/find")
    ResponseEntity<byte[]> nothing() {
        return FrontDoor.goTo("/work");
    }

    @PostMapping("/find")
    ResponseEntity<byte[]> find(@RequestParam(defaultValue = "") String q, Visit visit, Actor actor) {
        String said = q.strip();
        Optional<String> number = Optional.of(said)
                .filter(each -> each.length() <= LONGEST)
                .flatMap(each -> matters.find(each.toUpperCase(java.util.Locale.ROOT)))
                .map(matter -> matter.standing().number());
        if (number.isPresent()) {
            return FrontDoor.goTo("/matters/" + number.get());
        }
        return OF_A_PERSON.matcher(said).matches() ? ofAPerson(said, visit, actor) : words(said, actor);
    }

    private ResponseEntity<byte[]> ofAPerson(String said, Visit visit, Actor actor) {
        Frame frame = frames.of(visit, visit.say().word("find.person"), "");
        return pages.show("found", new FoundPage(frame, callers.of(visit, actor, said)));
    }

    private ResponseEntity<byte[]> words(String said, Actor actor) {
        String register = packs.registers().stream()
                .filter(each -> maySee(each, actor))
                .map(Register::name)
                .findFirst()
                .orElseThrow(Problems.Forbidden::new);
        String query = said.isEmpty() ? "" : "?q=" + URLEncoder.encode(said, StandardCharsets.UTF_8);
        return FrontDoor.goTo("/registers/" + register + query);
    }

    private boolean maySee(Register register, Actor actor) {
        return register.of().stream()
                .flatMap(name -> packs.findProcedure(name).stream())
                .anyMatch(procedure -> !Scope.of(packs, procedure, actor).isEmpty());
    }
}
