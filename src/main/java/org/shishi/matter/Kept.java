package org.shishi.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.ledger.Entry;
import org.shishi.procedure.Deadline;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/** Which limits of a matter were kept so far: true when met in time every time, false once one was missed. */
final class Kept {
    private Kept() {}

    /**
     * A limit is decided when an act ends it, or when the clock says that it has passed; while it runs in time it is
     * neither kept nor missed.
     *
     * @param dues as they ran before the act
     */
    static Map<String, Boolean> after(
            Map<String, Boolean> before, Procedure procedure, List<Due> dues, Entry entry, Facts facts) {
        Map<String, Boolean> kept = before;
        for (Due due : dues) {
            Deadline deadline = procedure.deadlines().get(due.deadline());
            boolean isEnded = deadline != null && deadline.until().contains(entry.act());
            boolean isRung = Dues.isRungBy(due, entry, facts);
            if (due.kind() == Due.Kind.LIMIT && (isEnded || isRung)) {
                kept = with(kept, due.deadline(), !isRung && !due.isLate(entry.happenedAt()));
            }
        }
        return kept;
    }

    private static Map<String, Boolean> with(Map<String, Boolean> before, String deadline, boolean inTime) {
        Map<String, Boolean> kept = new LinkedHashMap<>(before);
        kept.merge(deadline, inTime, Boolean::logicalAnd);
        return kept;
    }
}
