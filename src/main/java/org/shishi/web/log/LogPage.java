package org.shishi.web.log;

import java.util.List;
import java.util.Optional;
import org.shishi.web.Frame;

/**
 * The page of the ledger.
 *
 * @param key the key checkpoints are checked with, as published
 * @param asked what was typed into the search
 * @param found the entry asked for
 */
public record LogPage(
        Frame frame, String size, String key, List<Signed> signed, String asked, Optional<Found> found, String said) {

    /** One checkpoint. */
    public record Signed(String size, String root, String at) {}

    /**
     * An entry and its proof.
     *
     * @param receipt its text; empty while the entry is not signed for
     * @param header the bytes that were hashed, as text
     * @param fits whether the receipt was found right just now
     */
    public record Found(long position, String header, String leaf, String receipt, boolean fits) {}
}
