package org.shishi.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What goes back to the caller, made whole before its first byte leaves. */
public final class Answer {
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Answer(int status, String type, byte[] body) {
        this.status = status;
        this.body = body;
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
    }

    static Answer json(int status, Consumer<JsonGenerator> content) {
        return new Answer(status, JSON, JsonText.object(content));
    }

    static Answer problem(int status, Consumer<JsonGenerator> content) {
        return new Answer(status, "application/problem+json", JsonText.object(content));
    }

    public static Answer text(String text) {
        return bytes("text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, body);
    }

    static Answer empty(int status) {
        return new Answer(status, "", NOTHING);
    }

    /** This answer with one more header, or another value of it. */
    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    void send(HttpServletResponse response, boolean withBody) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (status != HttpServletResponse.SC_NOT_MODIFIED && status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length);
        }
        if (withBody) {
            response.getOutputStream().write(body);
        }
    }
}
