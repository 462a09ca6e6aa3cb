package org.shishi.web;

import java.util.List;

/** The packs and, for one of them, its procedures drawn. */
public record PacksPage(Frame frame, List<PackLink> packs, List<Drawn> procedures) {
    /** A pack in the list. */
    public record PackLink(String name, String title, String about) {}

    /** A procedure drawn, with the tables behind the drawing. */
    public record Drawn(
            String name,
            String title,
            String version,
            LineMap map,
            List<ActRow> acts,
            List<DeadlineRow> deadlines,
            List<FieldRow> fields,
            List<LimitRow> limits) {}

    /**
     * A procedure as the map of a railway line.
     *
     * @param line the stages of the way most matters go
     * @param branches all others
     * @param anywhere what is possible at any stage
     */
    public record LineMap(List<Stop> line, List<Stop> branches, List<Way> anywhere) {}

    /** A stage, and what leads on from there. */
    public record Stop(String id, String label, boolean closed, List<Way> ways) {}

    /**
     * An act.
     *
     * @param to the stage it leads to and {@code toId} where that is drawn; empty when the stage stays
     * @param main it leads along the line
     * @param clocks the limits that begin with it
     */
    public record Way(String label, String duties, String to, String toId, boolean main, String clocks) {}

    /** An act in the table. */
    public record ActRow(String label, String by, String from, String to, String asks, String checks) {}

    /** A deadline in the table. */
    public record DeadlineRow(String label, String from, String until, String within, String then) {}

    /** A field in the table. */
    public record FieldRow(String label, String kind, boolean needed, boolean personal, int atMost) {}

    /** A rule of a dated table. */
    public record LimitRow(String when, String limits, String inForce, String basis) {}
}
