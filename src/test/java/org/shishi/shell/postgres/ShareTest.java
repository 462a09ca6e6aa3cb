package org.shishi.shell.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The database's share of a small, a usual and a large machine. */
class ShareTest {
    @Test
    void isAQuarterOfASmallMachineAndAnEighthOfALargeOne() {
        assertThat(new Share(512).settings()).contains("shared_buffers = '128MB'", "effective_cache_size = '256MB'");
        assertThat(new Share(4096).settings()).contains("shared_buffers = '1024MB'", "effective_cache_size = '2048MB'");
        assertThat(new Share(8192).settings()).contains("shared_buffers = '1024MB'");
        assertThat(new Share(24_576).settings()).contains("shared_buffers = '1024MB'");
        assertThat(new Share(262_144).settings()).contains("shared_buffers = '1024MB'");
    }

    @Test
    void ofThisMachineIsKnown() {
        assertThat(Share.ofThisMachine().machine()).isGreaterThan(256);
    }
}
