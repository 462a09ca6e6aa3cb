package org.shishi.web.citizen;

import java.util.List;
import org.shishi.web.Frame;

/**
 * How a published figure is made. It has no rows: those are for whoever answers for them.
 *
 * @param asAt up to which entry it is true, and for which days
 */
public record PublishedPage(Frame frame, Shown figure, List<Made> made, String asAt) {

    /**
     * One figure.
     *
     * @param value in words; a dash when there is nothing to count, and in words when it is too small to be shown
     * @param hint what it counts
     */
    public record Shown(String name, String title, String value, String hint) {}

    /**
     * What a share is made of.
     *
     * @param role above the line, below it, or left out on purpose
     */
    public record Made(String role, Shown figure) {}
}
