package org.shishi.web.api;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be met as it was sent: it is no fault of the procedure, so it is no refusal. Its words stand under
 * {@code problem.api.<name>}.
 */
public final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final HttpStatus status;
    private final String name;
    private final String pointer;
    private final List<String> args;

    private Wrong(HttpStatus status, String name, String pointer, List<String> args) {
        super(name + pointer, null, false, false);
        this.status = status;
        this.name = name;
        this.pointer = pointer;
        this.args = List.copyOf(args);
    }

    public static Wrong of(HttpStatus status, String name, String... args) {
        return new Wrong(status, name, "", List.of(args));
    }

    /** @param pointer JSON Pointer (RFC 6901) to what is wrong in the body */
    static Wrong at(String pointer, String name, String... args) {
        return new Wrong(HttpStatus.BAD_REQUEST, name, pointer, List.of(args));
    }

    /** A parameter of the query. */
    static Wrong parameter(String parameter) {
        return of(HttpStatus.BAD_REQUEST, "parameter", parameter);
    }

    public static Wrong notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", what);
    }

    HttpStatus status() {
        return status;
    }

    String name() {
        return name;
    }

    /** Where in the body; empty when it is not the body. */
    Optional<String> pointer() {
        return Optional.of(pointer).filter(said -> !said.isEmpty());
    }

    Object[] args() {
        return args.toArray();
    }
}
