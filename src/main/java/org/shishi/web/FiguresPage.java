package org.shishi.web;

import java.util.List;

/**
 * The figures of all packs.
 *
 * @param from first day of the period as typed, and {@code to} the last
 * @param by the column they are split by; empty for none
 * @param asAt up to which entry they are true
 */
public record FiguresPage(
        Frame frame,
        String from,
        String to,
        String by,
        List<FormView.Option> splits,
        List<Shown> figures,
        String asAt) {

    /**
     * One figure.
     *
     * @param value in words, a dash when there is nothing to count
     * @param ninetieth of a median, what nine in ten do not exceed; empty for a count
     * @param href the rows it is made of
     */
    public record Shown(
            String name,
            String title,
            String hint,
            String value,
            String ninetieth,
            String href,
            List<Made> made,
            List<Part> parts) {}

    /**
     * A count that a share is made of.
     *
     * @param role what it is to the share: above the line, below it, or left out
     */
    public record Made(String role, String title, String value, String href) {}

    /** @param share of the greatest part, for the bar */
    public record Part(String label, String value, String ninetieth, String rows, String href, double share) {}
}
