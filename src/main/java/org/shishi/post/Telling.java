package org.shishi.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Outcome;
import org.shishi.matter.Reserved;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts into the ledger what became of a letter: once, whatever crashes, since its slip is made of the letter. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int AT_ONCE = 200;
    /** Where no entry can say it: the matter was moved to a version of its procedure that knows no notices. */
    private static final long NOWHERE = 0;

    private final Desk desk;
    private final Matters matters;
    private final LetterTable letters;

    Telling(Setting setting, Desk desk, Matters matters) {
        this.desk = desk;
        this.matters = matters;
        this.letters = LetterTable.of(setting.database(), setting.city());
    }

    /** Tells of every letter that ended and does not stand in the ledger yet; how many there were. */
    int tellAll() {
        List<Letter> untold = letters.untold(AT_ONCE);
        untold.forEach(this::tell);
        return untold.size();
    }

    void tell(Letter letter) {
        Optional<Act> act = matters.list(List.of(letter.matter())).stream()
                .map(Matter::procedure)
                .flatMap(procedure -> procedure.findAct(does(letter)).stream())
                .findFirst();
        if (act.isEmpty()) {
            letters.told(letter, NOWHERE);
            return;
        }
        switch (desk.act(command(letter, act.get()))) {
            case Outcome.Recorded recorded ->
                letters.told(letter, recorded.entry().position());
            case Outcome.Refused refused -> {
                LOG.error(
                        "letter {} is {}, but the ledger refuses to say so: {}",
                        letter.id(),
                        letter.state(),
                        refused.why());
                letters.told(letter, NOWHERE);
            }
        }
    }

    private static Act.Does does(Letter letter) {
        return letter.state() == Letter.State.SENT ? Act.Does.NOTICE_SENT : Act.Does.NOTICE_FAILED;
    }

    private static Command command(Letter letter, Act act) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Reserved.NOTICE, letter.key().notice());
        facts.put(Reserved.NOTICE_OF, Long.toString(letter.key().entry()));
        facts.put(Reserved.NOTICE_TO, letter.key().addressee());
        facts.put(Reserved.NOTICE_BY, letter.way().keyword());
        facts.put(Reserved.NOTICE_WORDS, letter.words());
        facts.put(Reserved.NOTICE_RECEIPT, letter.receipt());
        facts.put(Reserved.NOTICE_WHY, letter.why());
        facts.put(Reserved.NOTICE_HAND, letter.hand());
        facts.values().removeIf(String::isEmpty);
        String slip = "post/" + letter.id() + "/" + letter.round() + "/" + letter.state();
        return Command.on(letter.matter(), act.name(), Actor.CLOCK, facts, Command.Via.CLOCK)
                .slip(slip);
    }
}
