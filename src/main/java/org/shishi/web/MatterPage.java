package org.shishi.web;

import java.util.List;
import java.util.Optional;
import org.shishi.calendar.Day;

/**
 * A matter as its page shows it, every word already in the reader's language.
 *
 * @param light late, near or ok; empty when nothing is due
 * @param buttons the acts that would be accepted from this reader now
 * @param form the form of the act that was pressed
 * @param sharing other matters of the same caller
 * @param alike the rows of the register with the same subject and place
 * @param since what others recorded since a stale form was opened
 * @param code the query code, while it is to be read to the caller
 * @param look what to look at again before the form is sent; absent where nothing is looked at
 */
public record MatterPage(
        Frame frame,
        String number,
        String title,
        String head,
        String stage,
        String holder,
        boolean closed,
        String light,
        List<Button> buttons,
        Optional<FormView> form,
        List<Fact> facts,
        List<Fact> people,
        List<Line> lines,
        List<DueView> dues,
        List<Link> links,
        List<Link> sharing,
        Optional<String> alike,
        List<Line> since,
        Optional<String> code,
        Optional<LookPage> look) {

    /** The same page with what is worth another look. */
    MatterPage with(Optional<LookPage> again) {
        return new MatterPage(
                frame, number, title, head, stage, holder, closed, light, buttons, form, facts, people, lines, dues,
                links, sharing, alike, since, code, again);
    }

    /**
     * An act that may be pressed.
     *
     * @param hint what pressing it means
     * @param key the key that presses it; empty for none
     * @param slip of an act that asks for nothing and is done by the press itself; empty for one that has a form
     * @param expecting the entry seen last
     */
    public record Button(
            String label, String hint, String href, String key, boolean main, String slip, long expecting) {}

    /** A fact and its label. */
    public record Fact(String label, String value) {}

    /** One entry. */
    public record Line(
            long position,
            String act,
            String by,
            String happened,
            String recorded,
            boolean ofTheClock,
            List<Fact> said,
            String leaf) {}

    /** A deadline with its derivation. */
    public record DueView(
            String label,
            String at,
            String left,
            String light,
            String words,
            String basis,
            boolean estimated,
            List<DayView> days) {}

    /** One day of the strip. */
    public record DayView(String day, String note, Day.Kind kind, boolean due) {}

    /** Another matter this one is linked with. */
    public record Link(String number, String stage) {}
}
