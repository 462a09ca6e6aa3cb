package org.shishi.web;

import java.util.List;
import java.util.Optional;

/**
 * A worklist.
 *
 * @param counts how many stand at each light, with the address that shows only those
 * @param only the light shown alone
 */
public record WorkPage(Frame frame, long total, List<Count> counts, Optional<String> only, List<Item> items) {

    /** A light and how many stand at it. */
    public record Count(String light, long count, String href) {}

    /** One matter that waits. */
    public record Item(
            String number, String title, String under, String light, String acts, String place, String left) {}
}
