package org.shishi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.sheet.Views;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Views of registers, kept and given up. What is asked is taken from the address as the register reads it. */
@Controller
@Profile("!command")
final class ViewDoor {
    private final Packs packs;
    private final Views views;

    ViewDoor(Packs packs, Views views) {
        this.packs = packs;
        this.views = views;
    }

    /** Whoever reloads is led back to the register. */
    @GetMapping("/registers/{register}/views")
    ResponseEntity<byte[]> nothing(@PathVariable String register) {
        return FrontDoor.goTo(path(register));
    }

    /** The other parameters are the question. */
    @PostMapping("/registers/{register}/views")
    ResponseEntity<byte[]> save(
            @PathVariable String register, @RequestParam MultiValueMap<String, String> said, Actor actor) {
        String path = path(register);
        String name = first(said, "view-name");
        String unit = first(said, "view-unit");
        said.keySet().removeIf(key -> key.startsWith("view-") || key.equals("_csrf") || key.equals("after"));
        String asked = RegisterAsked.of(said).address();
        Views.View view =
                new Views.View(actor.account(), register, name, unit, asked.isEmpty() ? "" : asked.substring(1));
        return FrontDoor.goTo(
                path + (asked.isEmpty() ? "?" : asked + "&") + "view=" + note(views.save(actor, view), name));
    }

    private static String note(Views.Saved saved, String name) {
        return saved == Views.Saved.KEPT
                ? URLEncoder.encode(name.strip(), StandardCharsets.UTF_8)
                : "!" + saved.name().toLowerCase(Locale.ROOT);
    }

    private static String first(MultiValueMap<String, String> said, String name) {
        return Optional.ofNullable(said.getFirst(name)).orElse("");
    }

    @PostMapping("/registers/{register}/views/remove")
    ResponseEntity<byte[]> remove(
            @PathVariable String register,
            @RequestParam(name = "view-name", defaultValue = "") String name,
            Actor actor) {
        String path = path(register);
        views.remove(actor, register, name);
        return FrontDoor.goTo(path);
    }

    private String path(String register) {
        return "/registers/"
                + packs.findRegister(register)
                        .orElseThrow(() -> new NotFound(register))
                        .name();
    }
}
