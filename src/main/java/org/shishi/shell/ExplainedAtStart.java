package org.shishi.shell;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the stack trace of a start that failed out of the log where {@link Explained} has plain words for it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ExplainedAtStart implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        return Explained.words(failure).isPresent();
    }
}
