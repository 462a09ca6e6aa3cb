package org.shishi.post;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Standing;
import org.shishi.people.Roster;
import org.shishi.procedure.Field;
import org.shishi.procedure.Notice;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** Puts a notice into words: the pack's words with the short facts of the matter filled in. Nothing personal is at hand here. */
record Wording(Packs packs, Supplier<Roster> roster, Locale locale) {
    private static final Pattern NAMED = Pattern.compile("\\{([^}]*)}");
    private static final String NOTHING = "—";

    /** @param matter as it stood right after the entry, which is its last */
    String of(Notice notice, Matter matter) {
        String procedure = matter.procedure().name();
        String pattern = packs.words()
                .find(locale, notice.words(procedure))
                .orElseGet(() -> packs.words().get(locale, "post.words"));
        return NAMED.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), matter)));
    }

    String subject(Letter letter) {
        return packs.words().get(locale, "post.subject", letter.number());
    }

    private String value(String name, Matter matter) {
        Standing standing = matter.standing();
        Procedure procedure = matter.procedure();
        return switch (name) {
            case "number" -> standing.number();
            case "act" ->
                named("act", procedure, matter.said().getLast().entry().act());
            case "stage" -> named("stage", procedure, standing.stage());
            case "holder" -> standing.holder().map(this::unit).orElse(NOTHING);
            case "due" -> standing.nextDue().map(Due::at).map(this::moment).orElse(NOTHING);
            default ->
                name.startsWith(Notice.DUE)
                        ? due(standing, name.substring(Notice.DUE.length()))
                        : matter.facts()
                                .find(name)
                                .map(said -> fact(procedure, name, said))
                                .orElse(NOTHING);
        };
    }

    private String due(Standing standing, String deadline) {
        return standing.findDue(deadline)
                .filter(due -> due.stoppedAt().isEmpty())
                .map(Due::at)
                .map(this::moment)
                .orElse(NOTHING);
    }

    private String named(String kind, Procedure procedure, String name) {
        return packs.words().first(locale, kind + "." + procedure.name() + "." + name, kind + "." + name);
    }

    private String fact(Procedure procedure, String key, String said) {
        Optional<Field> field = procedure.fieldOf(key).filter(found -> !found.personal());
        if (field.isEmpty()) {
            return NOTHING;
        }
        return switch (field.get().kind()) {
            case CHOICE -> packs.words().first(locale, "choice." + key + "." + said);
            case CATEGORY ->
                packs.categories(procedure, field.get())
                        .flatMap(tree -> tree.find(said))
                        .map(category -> category.name(locale))
                        .orElse(said);
            case UNIT -> unit(said);
            case DIVISION, PLACE ->
                roster.get().findDivision(said).map(each -> each.name(locale)).orElse(said);
            case MOMENT -> moment(Instant.parse(said));
            case YES -> packs.words().get(locale, said.equals("true") ? "yes" : "no");
            default -> said;
        };
    }

    private String unit(String id) {
        return roster.get().findUnit(id).map(unit -> unit.name(locale)).orElse(id);
    }

    private String moment(Instant at) {
        boolean isEnglish = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(isEnglish ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日HH:mm", Locale.ENGLISH);
        return format.format(LocalDateTime.ofInstant(at, WorkingDays.ZONE));
    }
}
