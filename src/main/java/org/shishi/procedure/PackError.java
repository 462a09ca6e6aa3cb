package org.shishi.procedure;

/** A pack that cannot be right. The application does not start; the message says file, line and what was expected. */
public final class PackError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PackError(String message) {
        super(message);
    }
}
