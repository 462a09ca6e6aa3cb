package org.shishi.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.sheet.Query;
import org.shishi.sheet.Sheets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** Registers page by page: filters, search and order as on the page of the register. */
final class RegistersDoor implements Route.Door {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final Set<String> HOUSE = Set.of("q", "sort", "limit", "after");

    private final Sheets sheets;
    private final Packs packs;

    RegistersDoor(Sheets sheets, Packs packs) {
        this.sheets = sheets;
        this.packs = packs;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.known("GET", "/api/registers/*", this::page));
    }

    private Answer page(Call call, Actor actor) {
        String name = call.path(0);
        Register register = packs.findRegister(name).orElseThrow(() -> Wrong.notFound(name));
        Scope scope = scope(packs, register, actor);
        if (scope.isEmpty()) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
        Sheets.Page page = sheets.page(name, scope, query(call));
        Answer answer = Answer.json(HttpStatus.OK.value(), json -> write(json, name, page));
        return page.next().isEmpty()
                ? answer
                : answer.with("Link", "<" + next(call, page.next().get()) + ">; rel=\"next\"");
    }

    /** What an actor sees of every procedure in the register: rows of several are shown together or not at all. */
    static Scope scope(Packs packs, Register register, Actor actor) {
        List<Scope> scopes = register.of().stream()
                .flatMap(name -> packs.findProcedure(name).stream())
                .map(procedure -> Scope.of(packs, procedure, actor))
                .toList();
        Set<String> units = new LinkedHashSet<>(scopes.getFirst().units());
        scopes.stream().filter(scope -> !scope.all()).forEach(scope -> units.retainAll(scope.units()));
        boolean own =
                scopes.stream().allMatch(scope -> scope.all() || !scope.own().isEmpty());
        return new Scope(scopes.stream().allMatch(Scope::all), units, own ? actor.account() : "");
    }

    private static Query query(Call call) {
        Map<String, List<String>> filters = new LinkedHashMap<>(call.parameters());
        filters.keySet().removeAll(HOUSE);
        return new Query(
                filters,
                call.parameter("q"),
                call.parameter("sort"),
                call.parameter("after").map(RegistersDoor::cursor),
                call.parameter("limit").map(RegistersDoor::limit).orElse(USUAL));
    }

    private static int limit(String said) {
        if (!said.matches("[1-9]\\d{0,3}") || Integer.parseInt(said) > MOST) {
            throw Wrong.parameter("limit");
        }
        return Integer.parseInt(said);
    }

    /** The matter, and behind it the cell the page ended with, if there was one. */
    private static Query.Cursor cursor(String said) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(said), StandardCharsets.UTF_8).split(" ", 2);
            Optional<String> cell = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
            if (cell.filter(text -> !Call.isPlain(text)).isEmpty()) {
                return new Query.Cursor(cell, Long.parseLong(parts[0]));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Wrong.parameter("after");
    }

    private static String text(Query.Cursor cursor) {
        String text = cursor.matter() + cursor.cell().map(cell -> " " + cell).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same question from where this page ended. */
    private static String next(Call call, Query.Cursor cursor) {
        StringJoiner query = new StringJoiner("&", call.here() + "?", "");
        call.parameters().forEach((name, values) -> {
            if (!name.equals("after")) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        return query.add("after=" + text(cursor)).toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, String name, Sheets.Page page) {
        json.writeStringProperty("register", name);
        asAt(json, page.asAt());
        json.writeNumberProperty("total", page.total());
        json.writeArrayPropertyStart("rows");
        for (Sheets.Line line : page.lines()) {
            json.writeStartObject();
            json.writeNumberProperty("matter", line.matter());
            JsonText.members(json, line.cells());
            json.writeEndObject();
        }
        json.writeEndArray();
        page.next().ifPresent(cursor -> json.writeStringProperty("next", text(cursor)));
    }

    /** Up to which entry it is true. */
    static void asAt(JsonGenerator json, Sheets.AsAt asAt) {
        json.writeObjectPropertyStart("asAt");
        json.writeNumberProperty("position", asAt.position());
        asAt.recordedAt().ifPresent(at -> json.writeStringProperty("recordedAt", at.toString()));
        json.writeEndObject();
    }
}
