package org.shishi.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aFileGetsOnePlainLineASecond() {
        try (Progress progress = progress(false)) {
            for (int i = 0; i < 25; i++) {
                pass(Duration.ofMillis(100));
                progress.advance(10);
            }
        }
        assertThat(text()).isEqualTo("""
                        rows: 100 / 500 (20 %), 100/s
                        rows: 200 / 500 (40 %), 100/s
                        rows: 250 / 500 (50 %), 100/s
                        """);
    }

    @Test
    void aTerminalGetsABarThatIsDrawnOver() {
        try (Progress progress = progress(true)) {
            pass(Duration.ofSeconds(1));
            progress.advance(250);
        }
        assertThat(text()).startsWith("\r[" + "#".repeat(15) + "-".repeat(15) + "] rows: 250 / 500 (50 %)");
        assertThat(text()).endsWith("\n");
    }

    private Progress progress(boolean terminal) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Progress("rows", 500, new Progress.Paper(out, terminal), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
