package org.shishi.calendar;

import java.time.LocalDate;

/**
 * One day of a count.
 *
 * @param count its number in the count; 0 when it does not count
 * @param name of the holiday, or of the one it makes up for; empty otherwise
 */
public record Day(LocalDate on, Kind kind, int count, String name) {
    /** What a day is to a count. */
    public enum Kind {
        /** The day it began on, which does not count (民法典 201). */
        START,
        WORKING,
        /** A weekend day worked to make up for a long holiday (补班). */
        MAKE_UP,
        HOLIDAY,
        /** A plain weekend. */
        REST
    }
}
