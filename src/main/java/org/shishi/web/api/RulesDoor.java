package org.shishi.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.people.Division;
import org.shishi.people.People;
import org.shishi.people.Unit;
import org.shishi.procedure.Act;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Pack;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;
import org.shishi.web.Say;
import org.springframework.http.HttpStatus;

/** What may be recorded here, and the codes that stand in it. No secret: the rules of an office are public. */
final class RulesDoor implements Route.Door {
    private final Packs packs;
    private final People people;

    RulesDoor(Packs packs, People people) {
        this.packs = packs;
        this.people = people;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/api/packs", this::packs), Route.open("GET", "/api/units", this::units));
    }

    private Answer packs(Call call) {
        List<Object> all = new ArrayList<>();
        packs.list().forEach(pack -> all.add(pack(pack, call.say())));
        return Answer.json(HttpStatus.OK.value(), json -> JsonText.members(json, Map.of("packs", all)))
                .with("Vary", "Accept-Language");
    }

    private Map<String, Object> pack(Pack pack, Say say) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", pack.name());
        said.put("title", say.first("pack." + pack.name()));
        said.put(
                "procedures",
                pack.procedures().values().stream()
                        .map(each -> procedure(each, say))
                        .toList());
        said.put("categories", categories(pack, say));
        said.put(
                "registers",
                pack.registers().values().stream()
                        .map(each -> register(each, say))
                        .toList());
        said.put(
                "figures",
                pack.figures().values().stream().map(each -> figure(each, say)).toList());
        return said;
    }

    private Map<String, Object> procedure(Procedure procedure, Say say) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", procedure.name());
        said.put("title", say.procedure(procedure));
        said.put("under", procedure.under());
        said.put(
                "stages",
                procedure.stages().stream()
                        .map(stage -> stage(procedure, stage, say))
                        .toList());
        said.put(
                "acts",
                procedure.acts().values().stream()
                        .map(act -> act(procedure, act, say))
                        .toList());
        return said;
    }

    private static Map<String, Object> stage(Procedure procedure, String stage, Say say) {
        return named(stage, say.stage(procedure, stage), "closed", procedure.isClosed(stage));
    }

    private static Map<String, Object> named(String name, String title, String also, Object value) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", name);
        said.put("title", title);
        said.put(also, value);
        return said;
    }

    private Map<String, Object> act(Procedure procedure, Act act, Say say) {
        Map<String, Object> said = named(act.name(), say.act(procedure, act.name()), "opens", act.opens());
        said.put("by", act.by().stream().sorted().toList());
        said.put("from", act.from().stream().sorted().toList());
        act.to().ifPresent(to -> said.put("to", to));
        said.put("facts", new FactSchema(packs, say, procedure).of(act));
        return said;
    }

    private static Map<String, Object> categories(Pack pack, Say say) {
        Map<String, Object> trees = new LinkedHashMap<>();
        pack.categories()
                .forEach((name, tree) -> trees.put(
                        name,
                        tree.list().stream().map(each -> category(each, say)).toList()));
        return trees;
    }

    private static Map<String, Object> category(Categories.Category category, Say say) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("code", category.code());
        said.put("title", category.name(say.locale()));
        category.parent().ifPresent(parent -> said.put("parent", parent));
        category.unit().ifPresent(unit -> said.put("unit", unit));
        return said;
    }

    private static Map<String, Object> register(Register register, Say say) {
        List<String> columns = new ArrayList<>(Register.HOUSE);
        columns.addAll(register.columns().keySet());
        return named(register.name(), say.first("register." + register.name()), "columns", columns);
    }

    private static Map<String, Object> figure(Figure figure, Say say) {
        Map<String, Object> said = named(figure.name(), say.first("figure." + figure.name()), "by", figure.by());
        said.put("register", figure.register());
        return said;
    }

    /** The codes that stand in facts of kind unit, division and place. */
    private Answer units(Call call) {
        Say say = call.say();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(
                "units",
                people.roster().listUnits().stream()
                        .map(unit -> unit(unit, say))
                        .toList());
        said.put(
                "divisions",
                people.roster().listDivisions().stream()
                        .map(each -> division(each, say))
                        .toList());
        return Answer.json(HttpStatus.OK.value(), json -> JsonText.members(json, said))
                .with("Vary", "Accept-Language");
    }

    private static Map<String, Object> unit(Unit unit, Say say) {
        Map<String, Object> said = named(unit.id(), unit.name(say.locale()), "kind", unit.kind());
        unit.parent().ifPresent(parent -> said.put("parent", parent));
        unit.division().ifPresent(division -> said.put("division", division));
        return said;
    }

    private static Map<String, Object> division(Division division, Say say) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("code", division.code());
        said.put("title", division.name(say.locale()));
        division.parent().ifPresent(parent -> said.put("parent", parent));
        return said;
    }
}
