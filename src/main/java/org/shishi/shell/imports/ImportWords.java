package org.shishi.shell.imports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.matter.Refusal;
import org.shishi.paper.lists.NoList;
import org.shishi.procedure.Words;

/** What an import says, in the language of whoever runs it. */
public record ImportWords(Words words, Locale locale) {

    /** The language of the terminal: Chinese where it says so, otherwise English. */
    public static Locale ofTerminal(Map<String, String> environment) {
        String said = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return said.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    String of(Refusal refusal) {
        return words.get(locale, "refusal." + refusal.name(), refusal.args().toArray());
    }

    String of(NoList trouble) {
        return words.get(
                locale, "list." + trouble.reason().word(), trouble.args().toArray());
    }

    public String get(String key, Object... with) {
        return words.get(locale, "import." + key, with);
    }

    /** What the pages call an act. */
    String act(String procedure, String act) {
        return words.first(locale, "act." + procedure + "." + act, "act." + act);
    }

    /** What the pages call a fact. */
    String fact(String procedure, String fact) {
        return Optional.of("field." + procedure + "." + fact)
                .flatMap(key -> words.find(locale, key))
                .orElse(fact);
    }
}
