package org.shishi.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing;
import org.shishi.matter.Versions;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;

/**
 * A key that comes a second time: the same answer as the first time, as long as the same is asked. A key used by mistake
 * for another appeal must not lose that appeal.
 */
record Replay(Matters matters, Versions versions, Setting setting) {

    /** The matter as it stood after the entry; empty when the entry says something else than the draft. */
    Optional<Standing> find(Draft draft, Entry entry) {
        Matter matter = matters.list(List.of(entry.matter())).getFirst();
        List<Standing.Said> until = matter.said().stream()
                .filter(said -> said.entry().position() <= entry.position())
                .toList();
        Procedure procedure = versions.get(entry.under());
        boolean isOther =
                draft.procedure().filter(name -> !name.equals(procedure.name())).isPresent()
                        || !isSame(procedure, draft.facts(), until.getLast().facts());
        return isOther ? Optional.empty() : Optional.of(standing(matter, procedure, until));
    }

    /** Sealed facts are not compared: nobody reads them for that. */
    private static boolean isSame(Procedure procedure, Map<String, String> given, Facts said) {
        return given.entrySet().stream()
                .filter(fact -> procedure
                        .fieldOf(fact.getKey())
                        .filter(field -> !field.personal() && isKeptAsWritten(field.kind()))
                        .isPresent())
                .allMatch(fact -> fact.getValue()
                        .replace("\u0000", "")
                        .strip()
                        .equals(said.find(fact.getKey()).orElse("")));
    }

    private static boolean isKeptAsWritten(Field.Kind kind) {
        return switch (kind) {
            case TEXT, LINE, MATTER, YES, CHOICE, CATEGORY, UNIT, DIVISION -> true;
            case NUMBER, DATE, MOMENT, PLACE, PERSON, FILES -> false;
        };
    }

    private Standing standing(Matter matter, Procedure procedure, List<Standing.Said> until) {
        boolean isOneVersion =
                until.stream().allMatch(said -> said.entry().under().equals(procedure.under()));
        return isOneVersion ? Standing.of(procedure, until, setting.days()) : matter.standing();
    }
}
