package org.shishi.shell.imports;

import java.util.Locale;
import org.shishi.matter.Refusal;
import org.shishi.procedure.Words;

/** Reasons in the words of whoever runs the command. */
record RefusalWords(Words words, Locale locale) {
    String of(Refusal refusal) {
        return words.get(locale, "refusal." + refusal.name(), refusal.args().toArray());
    }

    String get(String key, Object... with) {
        return words.get(locale, key, with);
    }
}
