package org.shishi.web.log;

import java.util.List;
import java.util.Optional;
import org.shishi.web.Frame;

/**
 * Verifies a receipt.
 *
 * @param key the city's key as published
 * @param typed the receipt as pasted
 * @param verdict what the server found; the browser finds its own
 */
public record VerifyPage(Frame frame, String key, String typed, Optional<Verdict> verdict) {

    /** @param said what stands proven, or that nothing does */
    public record Verdict(boolean isGood, String said, List<Check> checks) {}

    /** One thing that was checked. */
    public record Check(String label, boolean isRight) {}
}
