package org.shishi.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Standing;
import org.shishi.procedure.Register;

/** Working days that went by between going out to the wrong one and going out again. */
final class Lost {
    private final Register.Source.Lost acts;
    private final WorkingDays days;
    private Optional<Instant> out = Optional.empty();
    private boolean isBack;
    private double sum;

    private Lost(Register.Source.Lost acts, WorkingDays days) {
        this.acts = acts;
        this.days = days;
    }

    /** Empty when none were lost. */
    static Optional<Double> in(List<Standing.Said> said, Register.Source.Lost acts, WorkingDays days) {
        Lost lost = new Lost(acts, days);
        said.forEach(each -> lost.after(each.entry().act(), each.entry().happenedAt()));
        return Optional.of(lost.sum).filter(sum -> sum > 0);
    }

    private void after(String act, Instant at) {
        if (isBack && acts.again().contains(act)) {
            sum += days.between(out.orElse(at), at);
            isBack = false;
        }
        if (acts.from().contains(act)) {
            out = Optional.of(at);
        }
        isBack |= acts.back().contains(act);
    }
}
