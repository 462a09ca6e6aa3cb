package org.shishi.web.outbox;

import java.util.List;
import org.shishi.web.Frame;

/**
 * The outbox.
 *
 * @param counts how many letters are where; each leads to them
 * @param ways what can be chosen to see one way only
 * @param way the one that was chosen; empty for all
 * @param number of the matter that was asked for; empty for all
 * @param where the letters shown are; empty for anywhere
 * @param next address of what lies behind; empty on the last page
 */
public record OutboxPage(
        Frame frame,
        List<Count> counts,
        List<Choice> ways,
        String way,
        String number,
        String where,
        List<Row> rows,
        String next) {

    /**
     * @param light go, near, late or pause
     * @param on whether these are shown
     */
    public record Count(String href, String light, String label, String count, boolean on) {}

    /** A way to choose. */
    public record Choice(String value, String label) {}

    /**
     * One letter.
     *
     * @param to to whom, with the address masked
     * @param about what is to be said of it: a receipt, why it failed, until when it is in hand
     * @param at when it was made, or ended
     */
    public record Row(
            String href,
            String number,
            String notice,
            String to,
            String way,
            String words,
            String light,
            String where,
            String about,
            String at) {}
}
