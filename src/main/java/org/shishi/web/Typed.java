package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;

/**
 * What came with a form: what was typed, by name, and the files that were picked, already taken into the store. A file stands
 * under {@code <field>.kept.<hash>} with its name, as a form that comes back names it too: nothing sent has to be sent again.
 *
 * @param wrong the files that could not be taken
 */
record Typed(Map<String, String> values, List<Refusal> wrong) {
    static final String KEPT = ".kept.";

    /** What becomes of it at the desk. While a file is wrong it does not get there, and all that is wrong is said at once. */
    Outcome at(Desk desk, Command command, Procedure procedure, Act act) {
        if (wrong.isEmpty()) {
            return desk.act(command);
        }
        List<Refusal> all = new ArrayList<>(wrong);
        all.addAll(desk.misread(procedure, act, command.facts()));
        return new Outcome.Refused(all);
    }
}
