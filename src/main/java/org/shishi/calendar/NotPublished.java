package org.shishi.calendar;

/** A count would leave the years whose holidays the State Council has announced: it is refused, not guessed. */
public final class NotPublished extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int year;

    NotPublished(int year) {
        super("the working days of " + year + " are not published");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
