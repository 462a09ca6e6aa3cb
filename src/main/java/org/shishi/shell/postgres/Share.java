package org.shishi.shell.postgres;

import java.lang.management.ManagementFactory;

/**
 * How much of a machine's memory the database takes for its pages. The indexes over random keys (slips, traces) of some
 * million entries have to fit in: with 256 MB instead of 1 GB the desk was a quarter slower after the first million.
 *
 * @param machine megabytes the machine, or the container, has
 */
record Share(long machine) {
    private static final long LEAST = 128;
    private static final long ENOUGH = 1024;
    private static final long MOST = 8192;

    static Share ofThisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Share(system.getTotalMemorySize() >> 20);
    }

    /** A quarter up to 1 GB, an eighth from 8 GB on, is its own; half is likely to hold pages in one way or another, which the planner asks about. */
    String settings() {
        long own = Math.clamp(Math.max(machine / 8, Math.min(machine / 4, ENOUGH)), LEAST, MOST);
        return "shared_buffers = '%dMB'%neffective_cache_size = '%dMB'%n".formatted(own, Math.max(machine / 2, own));
    }
}
