package org.shishi.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shishi.files.Attachment;
import org.shishi.people.Roster;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** Reads what was typed into a form: facts of the right kind, or every reason why not. */
final class Reading {
    private final Packs packs;
    private final Roster roster;
    private final Procedure procedure;
    private final Filing files;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, String> read = new LinkedHashMap<>();

    private Reading(Packs packs, Roster roster, Procedure procedure, Filing files) {
        this.packs = packs;
        this.roster = roster;
        this.procedure = procedure;
        this.files = files;
    }

    /** What came of reading: facts, and what is wrong with the form. */
    record Read(Facts facts, List<Refusal> refusals) {}

    static Read of(Setting setting, Procedure procedure, Act act, Map<String, String> typed, Filing files) {
        Reading reading = new Reading(setting.packs(), setting.roster().get(), procedure, files);
        act.asks().forEach(field -> reading.field(field, typed));
        reading.reserved(act, typed);
        reading.unknown(act, typed.keySet());
        return new Read(Facts.of(reading.read), List.copyOf(reading.refusals));
    }

    private void field(Field field, Map<String, String> typed) {
        if (field.kind() == Field.Kind.FILES) {
            files(field, clean(typed.getOrDefault(field.name(), "")));
            return;
        }
        boolean any = false;
        for (String key : field.keys()) {
            String value = clean(typed.getOrDefault(key, ""));
            if (!value.isEmpty()) {
                any = true;
                value(field, key, value);
            }
        }
        if (!any && field.needed()) {
            refusals.add(new Refusal.FieldNeeded(field.keys().getFirst()));
        }
    }

    private void files(Field field, String value) {
        List<Attachment> found = files.read(field, value, refusals);
        if (!found.isEmpty()) {
            read.put(field.name(), Attachment.fact(found));
        } else if (field.needed() && value.isEmpty()) {
            refusals.add(new Refusal.FieldNeeded(field.name()));
        }
    }

    /** Without blanks around it and without characters no text needs and no database takes. */
    private static String clean(String value) {
        return value.replace("\u0000", "").strip();
    }

    private void value(Field field, String key, String value) {
        int length = value.codePointCount(0, value.length());
        if (length > field.atMost()) {
            refusals.add(new Refusal.TooLong(key, field.atMost(), length));
        } else if (isBroken(value)) {
            refusals.add(new Refusal.FieldWrong(key, "encoding"));
        } else {
            checked(field, key, value).ifPresent(right -> read.put(key, right));
        }
    }

    /** Half a surrogate pair, or the mark a decoder leaves where bytes were not UTF-8. */
    private static boolean isBroken(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (c == 0xFFFD || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> checked(Field field, String key, String value) {
        return switch (field.kind()) {
            case TEXT, LINE, MATTER, FILES -> Optional.of(value);
            case NUMBER -> spelt(key, Spelling.number(value), "number");
            case DATE -> spelt(key, Spelling.day(value), "date");
            case MOMENT -> spelt(key, Spelling.moment(value), "moment");
            case YES -> choice(key, value, Set.of("true", "false"));
            case CHOICE -> choice(key, value, Set.copyOf(field.choices()));
            case CATEGORY -> known(key, value, isCategory(field, value));
            case UNIT -> known(key, value, roster.findUnit(value).isPresent());
            case DIVISION -> known(key, value, roster.findDivision(value).isPresent());
            case PLACE -> place(key, value);
            case PERSON -> person(key, value);
        };
    }

    private Optional<String> spelt(String key, Optional<String> right, String kind) {
        return right.isPresent() ? right : wrong(key, kind);
    }

    private Optional<String> choice(String key, String value, Set<String> of) {
        return known(key, value, of.contains(value));
    }

    private boolean isCategory(Field field, String code) {
        return packs.categories(procedure, field)
                .flatMap(tree -> tree.find(code))
                .isPresent();
    }

    private Optional<String> known(String key, String value, boolean isKnown) {
        if (isKnown) {
            return Optional.of(value);
        }
        refusals.add(new Refusal.UnknownChoice(key, value));
        return Optional.empty();
    }

    private Optional<String> place(String key, String value) {
        if (key.endsWith(".division")) {
            return known(key, value, roster.findDivision(value).isPresent());
        }
        return key.endsWith(".text") ? Optional.of(value) : spelt(key, Spelling.number(value), "number");
    }

    private Optional<String> person(String key, String value) {
        if (key.endsWith(".phone") && !Spelling.isPhone(value)) {
            return wrong(key, "phone");
        }
        return key.endsWith(".mail") && !Spelling.isMail(value) ? wrong(key, "mail") : Optional.of(value);
    }

    private Optional<String> wrong(String key, String kind) {
        refusals.add(new Refusal.FieldWrong(key, kind));
        return Optional.empty();
    }

    /** What the clock says of an act of its own. */
    private void reserved(Act act, Map<String, String> typed) {
        if (act.by().contains("clock") && typed.containsKey(Reserved.DEADLINE)) {
            read.put(Reserved.DEADLINE, typed.getOrDefault(Reserved.DEADLINE, ""));
        }
        if (act.does().isNotice()) {
            read.putAll(typed);
            read.keySet().retainAll(Reserved.OF_NOTICES);
        }
    }

    private void unknown(Act act, Set<String> keys) {
        Set<String> unknown = new TreeSet<>();
        for (String key : keys) {
            if (!read.containsKey(key)
                    && act.asks().stream().noneMatch(field -> field.keys().contains(key))) {
                unknown.add(key);
            }
        }
        unknown.forEach(key -> refusals.add(new Refusal.FieldUnknown(key)));
    }
}
