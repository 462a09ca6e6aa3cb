package org.shishi.shell;

import java.io.Serial;

/** Something the person at the terminal can mend. The message is all they need, so no stack trace is shown. */
public final class Trouble extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
