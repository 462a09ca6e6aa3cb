package org.shishi.web.citizen;

import java.util.List;
import java.util.Optional;
import org.shishi.web.FormView;
import org.shishi.web.Frame;
import org.shishi.web.MatterPage;

/**
 * A matter as its caller follows it.
 *
 * @param holder the unit that has it; empty while nobody has
 * @param light late, near or ok; empty when nothing is due
 * @param buttons what the caller may do now
 * @param form the form of the act that was pressed
 * @param refused why it did not go; empty when nothing was refused
 * @param anew whether a new fact has to be said anew: this one is off the account for good
 */
public record TrackPage(
        Frame frame,
        String number,
        String title,
        String stage,
        String holder,
        String light,
        List<MatterPage.Button> buttons,
        Optional<FormView> form,
        String refused,
        boolean anew,
        List<MatterPage.DueView> dues,
        List<Line> lines) {

    /**
     * One entry in words for the public.
     *
     * @param by the unit, never a person
     */
    public record Line(
            long position, String what, String by, String at, boolean ofTheClock, List<MatterPage.Fact> said) {}
}
