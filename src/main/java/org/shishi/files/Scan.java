package org.shishi.files;

import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Looks through a file for viruses. Stands at the wall to another program. */
public interface Scan {
    /** What was found. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** Nobody answered, or not in words we know. */
        UNKNOWN
    }

    Verdict of(byte[] file);

    /**
     * The scanner an office names.
     *
     * @param named {@code host:3310} or {@code unix:/run/clamav/clamd.ctl}; empty for none, and nothing is looked through
     */
    static Scan of(String named) {
        if (named.isBlank()) {
            return _ -> Verdict.CLEAN;
        }
        if (named.startsWith("unix:")) {
            return new Clamd(
                    StandardProtocolFamily.UNIX, () -> UnixDomainSocketAddress.of(Path.of(named.substring(5))));
        }
        int colon = named.lastIndexOf(':');
        if (!named.substring(colon + 1).matches("\\d{1,5}") || colon < 1) {
            throw new IllegalArgumentException(
                    "shishi.files.clamd is '" + named + "'; expected host:port or unix:/path/of/socket");
        }
        int port = Integer.parseInt(named.substring(colon + 1));
        return new Clamd(StandardProtocolFamily.INET, () -> new InetSocketAddress(named.substring(0, colon), port));
    }
}
