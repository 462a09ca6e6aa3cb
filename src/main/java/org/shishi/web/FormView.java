package org.shishi.web;

import java.util.List;

/**
 * A form as it is drawn.
 *
 * @param action where it is sent
 * @param slip the sender's own name for this command, so that a double click counts once
 * @param expecting the entry seen last; 0 for a new matter
 * @param errors what concerns no one field
 * @param groups the fields in the order asked
 */
public record FormView(
        String action,
        String slip,
        long expecting,
        String title,
        String press,
        List<String> errors,
        List<Group> groups) {

    /** A field: one input, or several that belong together. */
    public record Group(String label, String hint, boolean needed, boolean personal, List<Input> inputs) {}

    /**
     * One input.
     *
     * @param type text, textarea, select, sought, files, date, datetime-local, number, tel, checkbox; into one that is sought
     *     words are typed, and found among the options by any part of them; of files the value says which media types are
     *     taken, and the options are those that came with the form before
     * @param error what is wrong with it; empty when nothing is
     * @param near the options that what was typed may have meant, when it was not plain
     */
    public record Input(
            String key,
            String label,
            String hint,
            String type,
            int atMost,
            boolean needed,
            String value,
            String error,
            List<Option> options,
            List<Option> near) {
        public String id() {
            return "f-" + key.replace('.', '-');
        }
    }

    /** One choice; its heading groups it with others. */
    public record Option(String value, String label, String heading) {}

    /** Whether files may be picked: then the form is sent in parts. */
    public boolean hasFiles() {
        return groups.stream()
                .flatMap(group -> group.inputs().stream())
                .anyMatch(input -> input.type().equals("files"));
    }

    public boolean hasErrors() {
        return !errors.isEmpty()
                || groups.stream()
                        .flatMap(group -> group.inputs().stream())
                        .anyMatch(input -> !input.error().isEmpty());
    }
}
