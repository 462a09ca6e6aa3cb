package org.shishi.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Command;
import org.shishi.matter.Matter;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Reads what a form sends as the desk takes it: names typed are codes, times are those of the office's clock whatever
 * the sender's clock shows. What cannot be read goes on as it is, for the desk to refuse it beside its field.
 */
@Component
@Profile("!command")
public final class FormReading {
    /** Beside a field that was not plain, one of those it may have meant. */
    static final String PICK = ".pick";

    private static final List<String> HOUSE = List.of("slip", "expecting", "_csrf", "look", Looks.LOOKED, Ties.TIE);
    private final Choices choices;

    FormReading(Choices choices) {
        this.choices = choices;
    }

    public Map<String, String> facts(Say say, Procedure procedure, Act act, Map<String, String> typed) {
        Map<String, String> facts = new LinkedHashMap<>(typed);
        HOUSE.forEach(facts::remove);
        for (Field field : act.asks()) {
            if (field.kind() == Field.Kind.FILES) {
                files(field.name(), facts);
            }
            for (String key : field.keys()) {
                String picked = facts.remove(key + PICK);
                if (picked != null && !picked.isBlank()) {
                    facts.put(key, picked);
                }
                facts.computeIfPresent(key, (_, value) -> read(say, procedure, field, key, value));
            }
        }
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    /** Those taken now and those a form brought back, a line each. */
    private static void files(String field, Map<String, String> facts) {
        String prefix = field + Typed.KEPT;
        List<String> lines = facts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> each.getKey().substring(prefix.length()) + " "
                        + each.getValue().replaceAll("\\s+", " "))
                .toList();
        facts.keySet().removeIf(key -> key.startsWith(prefix));
        if (!lines.isEmpty()) {
            facts.put(field, String.join("\n", lines));
        }
    }

    private String read(Say say, Procedure procedure, Field field, String key, String value) {
        if (field.kind() == Field.Kind.MOMENT) {
            return moment(value.strip());
        }
        if (!Choices.isSought(field, key)) {
            return value;
        }
        List<FormView.Option> meant = choices.meant(say, procedure, field, key, value);
        return meant.size() == 1 ? meant.getFirst().value() : value;
    }

    /** A browser sends the time on a clock without saying on whose: it is the office's. */
    static String moment(String typed) {
        try {
            return LocalDateTime.parse(typed)
                    .atZone(WorkingDays.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return typed;
        }
    }

    public static Command slipped(Command command, Map<String, String> typed) {
        String slip = typed.getOrDefault("slip", "");
        return slip.isBlank() || slip.length() > 80
                ? command
                : command.slip("web/" + command.by().account() + "/" + slip);
    }

    public static Optional<Long> expecting(Map<String, String> typed) {
        String said = typed.getOrDefault("expecting", "");
        return said.matches("\\d{1,18}") ? Optional.of(Long.parseLong(said)) : Optional.empty();
    }

    /**
     * Who usually answers for what the matter is about, where an act asks who is to answer for it; and the other matter an
     * address names, where the act asks for one.
     */
    Map<String, String> suggested(Matter matter, Act act, Map<String, String> named) {
        Map<String, String> suggested = new LinkedHashMap<>();
        act.asks().stream()
                .filter(field -> field.kind() == Field.Kind.MATTER && named.containsKey(field.name()))
                .forEach(field -> suggested.put(field.name(), named.getOrDefault(field.name(), "")));
        act.holder()
                .ifPresent(holder -> matter.procedure().fields().values().stream()
                        .filter(field -> field.kind() == Field.Kind.CATEGORY)
                        .flatMap(field -> matter.facts().find(field.name()).stream()
                                .flatMap(code -> choices.unitOf(matter.procedure(), field, code).stream()))
                        .findFirst()
                        .ifPresent(unit -> suggested.put(holder, unit)));
        return suggested;
    }
}
