package org.shishi.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shishi.files.Uploads;
import org.shishi.matter.Matters;

/** Throws away the files that were sent and named in no act within a day, and what was never sent to its end. */
public final class Tidying {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 500;
    private final Uploads uploads;
    private final Matters matters;

    public Tidying(Uploads uploads, Matters matters) {
        this.uploads = uploads;
        this.matters = matters;
    }

    public void tidy(Instant now) {
        Instant before = now.minus(KEPT);
        uploads.forget(before);
        uploads.store().dropUnfinished(before);
        List<String> old = uploads.store().listBefore(before);
        for (int at = 0; at < old.size(); at += AT_ONCE) {
            List<String> some = old.subList(at, Math.min(old.size(), at + AT_ONCE));
            Set<String> unnamed = new HashSet<>(some);
            unnamed.removeAll(matters.filed(some));
            unnamed.forEach(hash -> uploads.store().drop(hash, before));
        }
    }
}
