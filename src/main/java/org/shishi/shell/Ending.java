package org.shishi.shell;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the program is being ended, by Ctrl-C or by the system: what fails then is no fault of anybody's. */
final class Ending {
    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    private Ending() {}

    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> UNDER_WAY.set(true), "ending"));
    }

    static boolean isUnderWay() {
        return UNDER_WAY.get();
    }
}
