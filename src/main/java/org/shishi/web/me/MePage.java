package org.shishi.web.me;

import org.shishi.web.Frame;

/**
 * One's own page.
 *
 * @param mail where one is written to, as kept or as typed
 * @param feedSince since when the calendar has an address; empty when it has none
 * @param feed the address in clear, shown this once; empty otherwise
 * @param done what was just done
 * @param wrong what was wrong with what was sent, and {@code wrongAt} in which form: mail or password
 */
public record MePage(
        Frame frame,
        String account,
        String mail,
        String feedSince,
        String feed,
        String done,
        String wrongAt,
        String wrong) {

    public String wrongAt(String form) {
        return wrongAt.equals(form) ? wrong : "";
    }
}
