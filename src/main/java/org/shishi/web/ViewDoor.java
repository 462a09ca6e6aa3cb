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
    @GetMapping("/registers/{name}/views")
    ResponseEntity<byte[]> nothing(@PathVariable String name) {
        return FrontDoor.goTo(path(name));
    }

    /** The other parameters are the question. */
    @PostMapping("/registers/{name}/views")
    ResponseEntity<byte[]> save(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> said, Actor actor) {
        String path = path(name);
        String view = first(said, "view-name");
        String unit = first(said, "view-unit");
        said.keySet().removeIf(key -> key.startsWith("view-") || key.equals("_csrf") || key.equals("after"));
        String asked = RegisterAsked.of(said).address();
        Views.Saved saved = views.save(
                actor, new Views.View(actor.account(), name, view, unit, asked.isEmpty() ? "" : asked.substring(1)));
        String note = (asked.isEmpty() ? "?" : asked + "&") + "view="
                + (saved == Views.Saved.KEPT
                        ? URLEncoder.encode(view.strip(), StandardCharsets.UTF_8)
                        : "!" + saved.name().toLowerCase(Locale.ROOT));
        return FrontDoor.goTo(path + note);
    }

    private static String first(MultiValueMap<String, String> said, String name) {
        return Optional.ofNullable(said.getFirst(name)).orElse("");
    }

    @PostMapping("/registers/{name}/views/remove")
    ResponseEntity<byte[]> remove(
            @PathVariable String name, @RequestParam(name = "view-name", defaultValue = "") String view, Actor actor) {
        String path = path(name);
        views.remove(actor, name, view);
        return FrontDoor.goTo(path);
    }

    private String path(String name) {
        return "/registers/"
                + packs.findRegister(name).orElseThrow(() -> new NotFound(name)).name();
    }
}
