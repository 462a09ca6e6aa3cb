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
            Diagram diagram,
            List<ActRow> acts,
            List<DeadlineRow> deadlines,
            List<FieldRow> fields,
            List<LimitRow> limits) {}

    /** Boxes and arrows of a diagram, in pixels. */
    public record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {}

    /** A stage. */
    public record Box(int x, int y, int width, int height, String label, boolean closed) {}

    /** An act that leads from one stage to another. */
    public record Arrow(String path, int labelX, int labelY, String label, String duties) {}

    /** An act in the table. */
    public record ActRow(String label, String by, String from, String to, String asks, String checks) {}

    /** A deadline in the table. */
    public record DeadlineRow(String label, String from, String until, String within, String then) {}

    /** A field in the table. */
    public record FieldRow(String label, String kind, boolean needed, boolean personal, int atMost) {}

    /** A rule of a dated table. */
    public record LimitRow(String when, String limits, String inForce, String basis) {}
}
