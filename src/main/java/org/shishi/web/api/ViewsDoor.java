package org.shishi.web.api;

import java.util.List;
import java.util.StringJoiner;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.sheet.Views;
import org.springframework.http.HttpStatus;

/** Saved views of registers: the query they are kept with is the one the register is asked with. */
final class ViewsDoor implements Route.Door {
    private static final String UNIT = "view-unit";
    private final Views views;
    private final Packs packs;

    ViewsDoor(Views views, Packs packs) {
        this.views = views;
        this.packs = packs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.known("GET", "/api/registers/*/views", this::list),
                Route.known("PUT", "/api/registers/*/views/*", this::save),
                Route.known("DELETE", "/api/registers/*/views/*", this::remove));
    }

    private String register(Call call, Actor actor) {
        String name = call.path(0);
        Register register = packs.findRegister(name).orElseThrow(() -> Wrong.notFound(name));
        if (RegistersDoor.scope(packs, register, actor).isEmpty()) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
        return name;
    }

    private Answer list(Call call, Actor actor) {
        List<Views.View> all = views.list(actor, register(call, actor));
        return Answer.json(HttpStatus.OK.value(), json -> {
            json.writeArrayPropertyStart("views");
            for (Views.View view : all) {
                json.writeStartObject();
                json.writeStringProperty("name", view.name());
                json.writeStringProperty("account", view.account());
                json.writeStringProperty("unit", view.unit());
                json.writeStringProperty("asked", view.asked());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Answer save(Call call, Actor actor) {
        String register = register(call, actor);
        StringJoiner asked = new StringJoiner("&");
        call.parameters().forEach((name, values) -> {
            if (!name.equals(UNIT)) {
                values.forEach(value -> asked.add(pair(name, value)));
            }
        });
        String unit = call.parameter(UNIT).orElse("");
        Views.Saved saved =
                views.save(actor, new Views.View(actor.account(), register, call.path(1), unit, asked.toString()));
        return switch (saved) {
            case KEPT -> Answer.empty(HttpStatus.NO_CONTENT.value());
            case NAME -> throw Wrong.notFound(call.path(1));
            case ASKED -> throw Wrong.of(HttpStatus.BAD_REQUEST, "query");
            case UNIT -> throw Wrong.parameter(UNIT);
            case TOO_MANY -> throw Wrong.of(HttpStatus.CONTENT_TOO_LARGE, "too-many", "50");
        };
    }

    /** An empty cell is asked for by an empty value here, and by {@code .none} in the address of a page. */
    private static String pair(String name, String value) {
        return value.isEmpty()
                ? RegistersDoor.encoded(name) + ".none=true"
                : RegistersDoor.encoded(name) + "=" + RegistersDoor.encoded(value);
    }

    private Answer remove(Call call, Actor actor) {
        views.remove(actor, register(call, actor), call.path(1));
        return Answer.empty(HttpStatus.NO_CONTENT.value());
    }
}
