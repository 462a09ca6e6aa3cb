package org.shishi.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.shishi.people.Actor;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Packs;
import org.shishi.sheet.Figures;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** Figures, each with the address of the rows it is made of. */
final class FiguresDoor implements Route.Door {
    private static final Set<String> HOUSE = Set.of("from", "to", "by");

    private final Figures figures;
    private final Packs packs;

    FiguresDoor(Figures figures, Packs packs) {
        this.figures = figures;
        this.packs = packs;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.known("GET", "/api/figures", this::list), Route.known("GET", "/api/figures/*", this::one));
    }

    /** All that this actor may see, over the days asked for. */
    private Answer list(Call call, Actor actor) {
        call.parameters().keySet().stream()
                .filter(name -> !Set.of("from", "to").contains(name))
                .forEach(name -> {
                    throw Wrong.parameter(name);
                });
        Figures.Asked asked = asked(call);
        List<Figures.Figure> all = figures.list().stream()
                .filter(figure -> maySee(figure, actor))
                .map(figure -> figures.get(figure.name(), asked))
                .toList();
        return Answer.json(HttpStatus.OK.value(), json -> {
            json.writeArrayPropertyStart("figures");
            for (Figures.Figure figure : all) {
                json.writeStartObject();
                write(json, call, figure);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Answer one(Call call, Actor actor) {
        String name = call.path(0);
        Figure known = figures.list().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Wrong.notFound(name));
        if (!maySee(known, actor)) {
            throw Wrong.of(HttpStatus.FORBIDDEN, "not-yours");
        }
        Figures.Figure figure = figures.get(name, asked(call));
        return Answer.json(HttpStatus.OK.value(), json -> write(json, call, figure));
    }

    /** Whoever sees some rows of a register may know how many there are in all. */
    private boolean maySee(Figure figure, Actor actor) {
        return packs.findRegister(figure.register())
                .filter(register -> !RegistersDoor.scope(packs, register, actor).isEmpty())
                .isPresent();
    }

    private static Figures.Asked asked(Call call) {
        Map<String, String> where = new LinkedHashMap<>();
        call.parameters().forEach((name, values) -> {
            if (values.size() > 1) {
                throw Wrong.parameter(name);
            }
            if (!HOUSE.contains(name)) {
                where.put(name, values.getFirst());
            }
        });
        return new Figures.Asked(day(call, "from"), day(call, "to"), where, call.parameter("by"));
    }

    private static Optional<LocalDate> day(Call call, String name) {
        return call.parameter(name).map(said -> {
            try {
                return LocalDate.parse(said);
            } catch (DateTimeException e) {
                throw Wrong.parameter(name);
            }
        });
    }

    private static void write(JsonGenerator json, Call call, Figures.Figure figure) {
        json.writeStringProperty("name", figure.name());
        json.writeStringProperty("title", call.say().first("figure." + figure.name()));
        json.writeStringProperty("register", figure.register());
        RegistersDoor.asAt(json, figure.asAt());
        figure.value().ifPresent(value -> json.writeNumberProperty("value", value));
        figure.ninetieth().ifPresent(value -> json.writeNumberProperty("ninetieth", value));
        json.writeNumberProperty("rows", figure.rows());
        json.writeArrayPropertyStart("parts");
        for (Figures.Part part : figure.parts()) {
            json.writeStartObject();
            json.writeStringProperty("key", part.key());
            part.value().ifPresent(value -> json.writeNumberProperty("value", value));
            json.writeNumberProperty("rows", part.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("made", made(figure));
        figure.ratio().ifPresent(ratio -> write(json, ratio));
    }

    /** What a share is made of. */
    private static void write(JsonGenerator json, Figures.Ratio ratio) {
        json.writeName("part");
        count(json, ratio.part());
        json.writeName("whole");
        count(json, ratio.whole());
        json.writeArrayPropertyStart("without");
        ratio.without().forEach(each -> count(json, each));
        json.writeEndArray();
        json.writeArrayPropertyStart("contested");
        ratio.contested().forEach(each -> count(json, each));
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, Figures.Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("name", figure.name());
        json.writeNumberProperty("rows", figure.rows());
        json.writeStringProperty("made", made(figure));
        json.writeEndObject();
    }

    private static String made(Figures.Figure figure) {
        StringJoiner made = new StringJoiner("&", "/api/registers/" + figure.register() + "?", "");
        figure.made()
                .forEach((column, values) -> values.forEach(
                        value -> made.add(RegistersDoor.encoded(column) + "=" + RegistersDoor.encoded(value))));
        return made.toString();
    }
}
