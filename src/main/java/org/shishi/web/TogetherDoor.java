package org.shishi.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.NotFound;
import org.shishi.matter.Refusal;
import org.shishi.people.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is pressed on the worklist: one act done to the matters ticked, or to the one in whose line it was pressed. */
@Controller
@Profile("!command")
final class TogetherDoor {
    private static final int AT_MOST = 200;
    private final Pages pages;
    private final TogetherPages togetherPages;
    private final WorkPages workPages;
    private final OpenWork work;
    private final Together together;

    TogetherDoor(Pages pages, TogetherPages togetherPages, WorkPages workPages, OpenWork work, Together together) {
        this.pages = pages;
        this.togetherPages = togetherPages;
        this.workPages = workPages;
        this.work = work;
        this.together = together;
    }

    /** Whoever reloads what was answered begins anew. */
    @GetMapping("/work/together")
    ResponseEntity<byte[]> nothing() {
        return FrontDoor.goTo("/work");
    }

    @PostMapping("/work/together")
    ResponseEntity<byte[]> act(@RequestParam MultiValueMap<String, String> said, Visit visit, Actor actor) {
        Pressed pressed = Pressed.of(said);
        if (pressed.numbers().isEmpty() || pressed.act().isEmpty()) {
            WorkPage page =
                    workPages.work(visit, work.of(actor, Optional.empty(), AT_MOST), Optional.empty(), "together.none");
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "work", page);
        }
        Together.Asked asked = together.find(pressed.act()).orElseThrow(() -> new NotFound(pressed.act()));
        if (!Buttons.isPressed(asked.act()) && !said.containsKey("filled")) {
            return form(asked, pressed, List.of(), visit, actor);
        }
        Map<String, String> facts = togetherPages.facts(visit.say(), asked, pressed.typed());
        List<Together.Answer> answers = together.act(asked, pressed.numbers(), facts, actor, pressed.slip());
        List<Refusal> ofTheForm = answers.getFirst().why();
        return !ofTheForm.isEmpty()
                        && answers.stream().allMatch(each -> each.why().equals(ofTheForm) && inTheForm(each))
                ? form(asked, pressed, ofTheForm, visit, actor)
                : pages.show("together", togetherPages.answered(visit, asked, answers));
    }

    private static boolean inTheForm(Together.Answer answer) {
        return answer.why().stream().allMatch(Refusal.InTheForm.class::isInstance);
    }

    private ResponseEntity<byte[]> form(
            Together.Asked asked, Pressed pressed, List<Refusal> wrong, Visit visit, Actor actor) {
        List<Together.Answer> chosen = pressed.numbers().stream()
                .map(number -> new Together.Answer(number, together.find(asked, number, actor), List.of()))
                .toList();
        TogetherPage page = togetherPages.form(visit, asked, pressed.typed(), wrong, chosen);
        return pages.show(wrong.isEmpty() ? HttpStatus.OK : Status.of(wrong), "together", page);
    }

    /** What the list sends: {@code one} in a line, or {@code do} with the numbers ticked; besides, what is filled in. */
    private record Pressed(String act, List<String> numbers, Map<String, String> typed) {
        static Pressed of(MultiValueMap<String, String> said) {
            Map<String, String> typed = said.toSingleValueMap();
            List.of("one", "do", "number", "filled").forEach(typed::remove);
            String[] one = String.valueOf(said.getFirst("one")).split(" ", 2);
            if (one.length == 2) {
                return new Pressed(one[0], List.of(one[1]), typed);
            }
            List<String> numbers = said.getOrDefault("number", List.of()).stream()
                    .distinct()
                    .limit(AT_MOST)
                    .toList();
            return new Pressed(Optional.ofNullable(said.getFirst("do")).orElse(""), numbers, typed);
        }

        String slip() {
            return typed.getOrDefault("slip", "");
        }
    }
}
