package org.shishi.shell;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How far a long work has come: a bar on a terminal, elsewhere one plain line a second, on the error output so that
 * results can be piped. Any thread may advance it.
 */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final Duration BAR_EVERY = Duration.ofMillis(100);
    private static final Duration LINE_EVERY = Duration.ofSeconds(1);

    private final String what;
    private final long total;
    private final Paper paper;
    private final LongSupplier nanos;
    private final long began;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong shownAt;

    /** Where it is shown, and whether a line there can be drawn over. */
    record Paper(PrintStream out, boolean redrawn) {
        static Paper ofThisProgram() {
            boolean terminal = Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
            return new Paper(System.err, terminal);
        }

        Duration every() {
            return redrawn ? BAR_EVERY : LINE_EVERY;
        }
    }

    Progress(String what, long total, Paper paper, LongSupplier nanos) {
        this.what = what;
        this.total = total;
        this.paper = paper;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.shownAt = new AtomicLong(began);
    }

    /** Counts pieces of a work whose size is known. */
    public static Progress of(String what, long total) {
        return new Progress(what, total, Paper.ofThisProgram(), System::nanoTime);
    }

    /** Counts pieces of a work whose size nobody knows yet. */
    public static Progress of(String what) {
        return of(what, 0);
    }

    public void advance(long pieces) {
        done.addAndGet(pieces);
        long now = nanos.getAsLong();
        long last = shownAt.get();
        if (now - last >= paper.every().toNanos() && shownAt.compareAndSet(last, now)) {
            show();
        }
    }

    private void show() {
        if (paper.redrawn()) {
            paper.out().print("\r" + (total > 0 ? bar() + " " : "") + line() + "\033[K");
            paper.out().flush();
        } else {
            paper.out().println(line());
        }
    }

    private String bar() {
        int full = (int) Math.min(WIDTH, done.get() * WIDTH / total);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
    }

    private String line() {
        double seconds = Math.max(1e-3, (nanos.getAsLong() - began) / 1e9);
        String share = total > 0 ? String.format(Locale.ROOT, " / %,d (%d %%)", total, done.get() * 100 / total) : "";
        return String.format(Locale.ROOT, "%s: %,d%s, %,.0f/s", what, done.get(), share, done.get() / seconds);
    }

    /** Shows the last line as it stands. */
    @Override
    public void close() {
        show();
        if (paper.redrawn()) {
            paper.out().println();
        }
    }
}
