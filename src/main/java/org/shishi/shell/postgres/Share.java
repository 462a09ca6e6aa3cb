package org.shishi.shell.postgres;

import java.lang.management.ManagementFactory;

/**
 * How much of a machine's memory the database takes for its pages. The indexes over random keys (slips, traces) of some
 * million entries have to fit in: with a quarter of what they need the desk is a quarter slower.
 *
 * @param machine megabytes the machine, or the container, has
 */
record Share(long machine) {
    private static final long LEAST = 128;
    private static final long MOST = 8192;

    static Share ofThisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Share(system.getTotalMemorySize() >> 20);
    }

    /** An eighth is its own; half is likely to hold pages in one way or another, which the planner asks about. */
    String settings() {
        long own = Math.clamp(machine / 8, LEAST, MOST);
        return "shared_buffers = '%dMB'%neffective_cache_size = '%dMB'%n".formatted(own, Math.max(machine / 2, own));
    }
}
