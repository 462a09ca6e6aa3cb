package org.shishi.web;

import java.util.List;
import java.util.Optional;

/**
 * The operator's desk: a call on the left, what is known about it beside.
 *
 * @param tabs what else may be put on account
 * @param jumps the fields that have a key of their own
 * @param opened what was put on account just now, to be read out
 */
public record IntakePage(
        Frame frame, FormView form, List<Tab> tabs, List<Jump> jumps, BesidePage beside, Optional<Opened> opened) {

    /**
     * Another form.
     *
     * @param key pressed with Alt
     */
    public record Tab(String label, String href, String key, boolean on) {}

    /**
     * A field.
     *
     * @param key pressed with Alt
     */
    public record Jump(String label, String id, String key) {}

    /**
     * What was put on account.
     *
     * @param due until when what comes next must happen; empty when nothing runs
     * @param code the query code, to be read to the caller with the number
     */
    public record Opened(String number, String title, String stage, String due, Optional<String> code) {}
}
