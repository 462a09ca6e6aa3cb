package org.shishi.web;

import java.util.List;
import java.util.Optional;

/**
 * One act done to many matters: its form, when it asks for something, or what became of each.
 *
 * @param act procedure and act, {@code appeal/sign}
 * @param done how many went
 * @param answers one for each matter, those that did not go first
 */
public record TogetherPage(
        Frame frame, String act, Optional<FormView> form, List<Chosen> chosen, long done, List<Answer> answers) {

    /** A matter it is to be done to. */
    public record Chosen(String number, String title) {}

    /** @param said why it did not go; empty when it went */
    public record Answer(String number, String title, String said) {
        public boolean isDone() {
            return said.isEmpty();
        }
    }
}
