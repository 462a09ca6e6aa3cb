package org.shishi.matter;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Slips (回执号) given out by our own forms and commands. */
public final class Slips {
    private Slips() {}

    /**
     * A slip nobody has used: a UUID that begins with the time (RFC 9562, version 7), so that slips given out one after the
     * other stand side by side in their index. It keeps nothing secret.
     */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long most = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long least = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(most, least).toString();
    }
}
