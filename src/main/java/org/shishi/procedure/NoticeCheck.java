package org.shishi.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for notices before the first is sent: acts that tell of them, known duties, words that say what they may. */
record NoticeCheck(Procedure procedure, Pack pack, Words words) {
    private static final Pattern NAMED = Pattern.compile("\\{([^}]*)}");

    static void of(Procedure procedure, Pack pack, Words words) {
        NoticeCheck check = new NoticeCheck(procedure, pack, words);
        procedure.acts().values().stream().filter(act -> act.does().isNotice()).forEach(NoticeCheck::ofTheClock);
        if (!procedure.notices().isEmpty()) {
            check.told(Act.Does.NOTICE_SENT);
            check.told(Act.Does.NOTICE_FAILED);
            check.nameFree();
        }
        procedure.notices().values().forEach(check::notice);
    }

    /** Wherever a matter stands it can be recorded that somebody was told, and nothing moves by it. */
    private static void ofTheClock(Act act) {
        boolean isPlain = act.to().isEmpty()
                && act.asks().isEmpty()
                && act.child().isEmpty()
                && act.document().isEmpty()
                && act.checks().isEmpty();
        if (!act.isOfTheClock() || !act.from().equals(Set.of(Act.ANY)) || !isPlain) {
            throw act.spot()
                    .error("an act that tells of a notice is {by: [clock], from: any, does: "
                            + act.does().keyword() + "} and no more");
        }
    }

    private void told(Act.Does does) {
        long acts = procedure.acts().values().stream()
                .filter(act -> act.does() == does)
                .count();
        if (acts != 1) {
            throw procedure
                    .spot()
                    .error("notices need one act with 'does: " + does.keyword() + "', to stand in the ledger by");
        }
    }

    /** The house writes into entries what became of a notice, under this name. */
    private void nameFree() {
        Optional.ofNullable(procedure.fields().get("notice")).ifPresent(field -> {
            throw field.spot().error("where notices go out no field can be called 'notice'");
        });
    }

    private void notice(Notice notice) {
        switch (notice.to()) {
            case Notice.To.Post(String duty, Optional<String> _) -> duty(notice, duty);
            case Notice.To.Everybody(String duty) -> duty(notice, duty);
            case Notice.To.Person _, Notice.To.Holder _ -> {}
        }
        Words.LOCALES.forEach(locale -> words(notice, locale));
    }

    private void duty(Notice notice, String duty) {
        if (!pack.duties().containsKey(duty)) {
            throw notice.spot()
                    .error("unknown duty '" + duty + "'; expected one of "
                            + pack.duties().keySet());
        }
    }

    private void words(Notice notice, Locale locale) {
        String key = notice.words(procedure.name());
        if (!words.keys(locale).contains(key)) {
            throw notice.spot()
                    .error("there are no words '" + key + "' in " + locale.getDisplayLanguage(Locale.ENGLISH));
        }
        List<String> known = known();
        Matcher named = NAMED.matcher(words.get(locale, key));
        while (named.find()) {
            if (!known.contains(named.group(1))) {
                throw notice.spot()
                        .error("the words '" + key + "' name {" + named.group(1) + "}; expected one of "
                                + new TreeSet<>(known));
            }
        }
    }

    /** The names of the house, and the short facts that are nobody's secret. */
    private List<String> known() {
        List<String> known = new ArrayList<>(Notice.NAMES);
        procedure.deadlines().keySet().forEach(deadline -> known.add(Notice.DUE + deadline));
        procedure.fields().values().stream()
                .filter(field -> field.kind().isShort() && !field.personal())
                .forEach(field -> known.addAll(field.keys()));
        return known;
    }
}
