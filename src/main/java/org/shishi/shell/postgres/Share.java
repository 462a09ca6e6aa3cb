package org.shishi.shell.postgres;

import java.lang.management.ManagementFactory;

/**
 * How much of a machine's memory the database takes for its pages. The indexes over random keys (slips, traces) of some
 * million entries have to fit in: with 256 MB instead of 1 GB the desk was a quarter slower after the first million. With
 * 3 GB a flood of registrations was slower by a seventh: memory is touched for the first time as long as it fills, and what
 * does not fit stays in the system's own cache.
 *
 * @param machine megabytes the machine, or the container, has
 */
record Share(long machine) {
    private static final long LEAST = 128;
    private static final long MOST = 1024;

    static Share ofThisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Share(system.getTotalMemorySize() >> 20);
    }

    /** A quarter up to 1 GB is its own; half is likely to hold pages in one way or another, which the planner asks about. */
    String settings() {
        long own = Math.clamp(machine / 4, LEAST, MOST);
        return "shared_buffers = '%dMB'%neffective_cache_size = '%dMB'%n".formatted(own, Math.max(machine / 2, own));
    }
}
