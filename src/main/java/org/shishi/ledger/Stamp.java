package org.shishi.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one spelling of a time in the ledger, to the microsecond: {@code 2026-11-24T08:30:00.000000Z}. */
final class Stamp {
    static final int LENGTH = 27;
    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";

    private Stamp() {}

    /** Writes into the bytes from the given place. @throws IllegalArgumentException outside the years 0 to 9999 */
    static void write(Instant time, byte[] into, int at) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            throw new IllegalArgumentException("no such year on account: " + utc.getYear());
        }
        for (int i = 0; i < LENGTH; i++) {
            into[at + i] = (byte) SHAPE.charAt(i);
        }
        digits(utc.getYear(), into, at + 4);
        digits(utc.getMonthValue(), into, at + 7);
        digits(utc.getDayOfMonth(), into, at + 10);
        digits(utc.getHour(), into, at + 13);
        digits(utc.getMinute(), into, at + 16);
        digits(utc.getSecond(), into, at + 19);
        digits(utc.getNano() / 1000, into, at + 26);
    }

    private static void digits(int value, byte[] into, int end) {
        int at = end;
        for (int rest = value; rest > 0; rest /= 10) {
            into[--at] = (byte) ('0' + rest % 10);
        }
    }

    /** @throws RuntimeException when the text is not of that one spelling */
    static Instant read(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a time of the ledger: " + text);
        }
        for (int i = 0; i < LENGTH; i++) {
            char wanted = SHAPE.charAt(i);
            char found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                throw new IllegalArgumentException("not a time of the ledger: " + text);
            }
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 26) * 1000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
