package org.shishi.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shishi.files.Attachment;
import org.shishi.ledger.Body;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;

/** Makes commands ready, each on its caller's own thread, so that the writer has as little to do as can be. */
final class Preparation {
    private final Setting setting;
    private final Function<String, Optional<Long>> matters;

    /** @param matters finds a matter by its number */
    Preparation(Setting setting, Function<String, Optional<Long>> matters) {
        this.setting = setting;
        this.matters = matters;
    }

    Prepared of(Command command, Procedure procedure, Act act, Optional<Long> matter) {
        Reading.Read read = Reading.of(setting, procedure, act, command.facts(), filing(command));
        List<Refusal> refusals = new ArrayList<>(read.refusals());
        List<Prepared.Link> links = links(act, read.facts(), refusals);
        Facts open = read.facts().only(key -> !isPersonal(procedure, key));
        Facts personal = read.facts().only(key -> isPersonal(procedure, key));
        return new Prepared(
                command,
                procedure,
                act,
                matter,
                open,
                said(open),
                sealed(personal),
                traces(personal),
                links,
                filed(procedure, read.facts()),
                refusals);
    }

    private Optional<Prepared.Part> said(Facts facts) {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(Prepared.Part.of(Body.of(Body.Kind.FACTS, FactsText.write(facts)), setting.digest()));
    }

    private Optional<Prepared.Part> sealed(Facts personal) {
        return personal.isEmpty()
                ? Optional.empty()
                : Optional.of(Prepared.Part.of(
                        Body.of(Body.Kind.SECRET, setting.seals().seal(FactsText.write(personal))), setting.digest()));
    }

    /** What is read of a form whoever hands it in. */
    Reading.Read read(Procedure procedure, Act act, Map<String, String> typed) {
        Filing anybody =
                new Filing(setting.uploads(), Optional.empty(), setting.clock().instant());
        return Reading.of(setting, procedure, act, typed, anybody);
    }

    /** The clock hands on what others sent. */
    private Filing filing(Command command) {
        Optional<String> account = Optional.of(command.by().account()).filter(_ -> command.via() != Command.Via.CLOCK);
        return new Filing(setting.uploads(), account, setting.clock().instant());
    }

    private static List<Prepared.Filed> filed(Procedure procedure, Facts facts) {
        List<Prepared.Filed> filed = new ArrayList<>();
        facts.values()
                .forEach((key, value) -> procedure
                        .fieldOf(key)
                        .filter(field -> field.kind() == Field.Kind.FILES)
                        .ifPresent(field -> Attachment.list(value)
                                .forEach(file -> filed.add(new Prepared.Filed(key, file.hash(), field.personal())))));
        return filed;
    }

    private static boolean isPersonal(Procedure procedure, String key) {
        return procedure.fieldOf(key).filter(Field::personal).isPresent();
    }

    private List<Prepared.Link> links(Act act, Facts facts, List<Refusal> refusals) {
        List<Prepared.Link> links = new ArrayList<>();
        for (Field field : act.asks()) {
            if (field.kind() == Field.Kind.MATTER && facts.find(field.name()).isPresent()) {
                String number = facts.find(field.name()).get();
                matters.apply(number)
                        .ifPresentOrElse(
                                other -> links.add(new Prepared.Link(field.name(), other)),
                                () -> refusals.add(new Refusal.UnknownChoice(field.name(), number)));
            }
        }
        return links;
    }

    private List<Prepared.Trace> traces(Facts personal) {
        Map<String, String> found = new LinkedHashMap<>();
        personal.values().forEach((key, value) -> {
            if (key.endsWith(".phone") || key.endsWith(".id")) {
                found.put(key, value);
            }
        });
        return found.entrySet().stream()
                .map(each -> new Prepared.Trace(each.getKey(), setting.seals().trace(each.getValue())))
                .toList();
    }
}
