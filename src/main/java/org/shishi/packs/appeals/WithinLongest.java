package org.shishi.packs.appeals;

import java.time.LocalDate;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;
import org.shishi.matter.Due;

/**
 * An extension asks for a day after the one the answer is due on, and not beyond the longest limit of its kind
 * (山东省政务服务热线管理办法: 特别复杂的一般不超过 10 个工作日). A kind without a longest limit cannot be extended.
 */
public final class WithinLongest implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.facts()
                .find("new-date")
                .map(LocalDate::parse)
                .map(to -> isBetween(to, day(asked, "answer"), day(asked, "longest")))
                .orElse(true);
    }

    private static boolean isBetween(LocalDate to, Optional<LocalDate> now, Optional<LocalDate> longest) {
        return now.filter(to::isAfter).isPresent()
                && longest.filter(last -> !to.isAfter(last)).isPresent();
    }

    private static Optional<LocalDate> day(Asked asked, String deadline) {
        return asked.standing()
                .flatMap(standing -> standing.findDue(deadline))
                .map(Due::at)
                .map(at -> at.atZone(WorkingDays.ZONE).toLocalDate());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("new-date");
    }
}
