package org.shishi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.shishi.matter.Busy;
import org.shishi.matter.NotFound;
import org.shishi.sheet.UnknownColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** The one place where what went wrong becomes an answer. Whatever a person can send ends in words, never in a 500. */
@ControllerAdvice
@Profile("!command")
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private final Pages pages;
    private final Frames frames;
    private final Arrival arrival;

    Problems(Pages pages, Frames frames, Arrival arrival) {
        this.pages = pages;
        this.frames = frames;
        this.arrival = arrival;
    }

    /** Not for this reader to see. */
    public static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> any(Exception thrown, HttpServletRequest request) throws Exception {
        if (thrown instanceof AuthenticationException) {
            throw thrown; // the doors of the pages and of the API answer it, each in its own way
        }
        HttpStatus status = status(thrown);
        if (status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        }
        ResponseEntity<byte[]> page = page(request, status, "problem." + status.value());
        return status == HttpStatus.SERVICE_UNAVAILABLE
                ? ResponseEntity.status(status)
                        .headers(page.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .body(page.getBody())
                : page;
    }

    /** What a thrown error is to whoever asked. */
    public static HttpStatus status(Exception thrown) {
        return switch (thrown) {
            case NotFound _, NoSuchElementException _ -> HttpStatus.NOT_FOUND;
            case Forbidden _ -> HttpStatus.FORBIDDEN;
            case UnknownColumn _ -> HttpStatus.BAD_REQUEST;
            case Busy _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case MultipartException _ -> HttpStatus.CONTENT_TOO_LARGE;
            case ErrorResponse known -> HttpStatus.valueOf(known.getStatusCode().value());
            case org.springframework.http.converter.HttpMessageNotReadableException _ -> HttpStatus.BAD_REQUEST;
            case org.springframework.beans.TypeMismatchException _ -> HttpStatus.BAD_REQUEST;
            case InvalidParameterException unreadable -> HttpStatus.valueOf(unreadable.getErrorCode());
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, String word) {
        Visit visit = arrival.visit(request);
        String said =
                visit.say().find(word).orElseGet(() -> visit.say().word("problem." + status.value() / 100 + "xx"));
        ProblemPage page = new ProblemPage(frames.of(visit, said, ""), status.value(), said);
        return pages.show(status, "problem", page);
    }

    /** The same page where no handler was reached. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String word)
            throws IOException {
        ResponseEntity<byte[]> page = page(request, status, word);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        byte[] body = page.getBody();
        response.getOutputStream().write(body == null ? new byte[0] : body);
    }
}
