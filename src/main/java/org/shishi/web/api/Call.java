package org.shishi.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.shishi.web.Say;
import org.springframework.http.HttpStatus;

/** One request: what stands in its path, query, headers and body. Whatever is read of it is text that the database takes. */
public final class Call {
    /** Bytes that room is made for on the caller's word. */
    private static final int ORDINARY = 1 << 16;

    private final HttpServletRequest request;
    private final List<String> path;
    private final Supplier<Say> say;

    /** @param path the parts of the path that the pattern left open */
    Call(HttpServletRequest request, List<String> path, Supplier<Say> say) {
        this.request = request;
        this.path = path;
        this.say = say;
    }

    /** An open part of the path, from 0. */
    public String path(int part) {
        String said = path.get(part);
        if (!isPlain(said)) {
            throw Wrong.notFound("");
        }
        return said;
    }

    /** The path asked for. */
    String here() {
        return request.getRequestURI();
    }

    public Say say() {
        return say.get();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name)).map(List::getFirst);
    }

    /** The query by name, in its order. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try {
            request.getParameterMap().forEach((name, values) -> all.put(name, List.of(values)));
        } catch (InvalidParameterException e) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "query");
        }
        all.forEach((name, values) -> {
            if (!isPlain(name) || !values.stream().allMatch(Call::isPlain)) {
                throw Wrong.parameter(isPlain(name) ? name : "?");
            }
        });
        return all;
    }

    /** Without control characters and without halves of characters. */
    static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(said -> !said.isBlank());
    }

    /** The body, which says it is JSON and is no longer than that many bytes. */
    byte[] json(int atMost) {
        if (!isJson() || header("Content-Encoding").isPresent()) {
            throw Wrong.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "json-wanted");
        }
        if (request.getContentLengthLong() > atMost) {
            throw tooLarge(atMost);
        }
        byte[] body = read(atMost + 1);
        if (body.length > atMost) {
            throw tooLarge(atMost);
        }
        return body;
    }

    /** The body as it comes. */
    InputStream body() throws IOException {
        return request.getInputStream();
    }

    /** That the body is a file itself, and no form with one in it, of no more than that many bytes as far as it says. */
    void requireFile(int atMost) {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")
                || type.contains("form-urlencoded")
                || header("Content-Encoding").isPresent()) {
            throw Wrong.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-wanted");
        }
        if (request.getContentLengthLong() > atMost) {
            throw tooLarge(atMost);
        }
    }

    private boolean isJson() {
        String[] parts =
                header("Content-Type").orElse("").toLowerCase(Locale.ROOT).split(";", 2);
        String type = parts[0].strip();
        String charset = parts.length < 2 ? "" : parts[1].replace("\"", "").strip();
        boolean isUtf8 = !charset.startsWith("charset=") || charset.equals("charset=utf-8");
        return isUtf8
                && (type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json")));
    }

    private byte[] read(int atMost) {
        try {
            long says = request.getContentLengthLong();
            return says >= 0 && says <= ORDINARY
                    ? read(request.getInputStream(), new byte[(int) says])
                    : request.getInputStream().readNBytes(atMost);
        } catch (IOException e) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "body-broken-off");
        }
    }

    /** Straight into what it needs: a buffer that would hold anything costs more than all else about a small body. */
    private static byte[] read(InputStream from, byte[] body) throws IOException {
        int came = from.readNBytes(body, 0, body.length);
        return came == body.length ? body : Arrays.copyOf(body, came);
    }

    private static Wrong tooLarge(int atMost) {
        return Wrong.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", Integer.toString(atMost >> 10));
    }
}
