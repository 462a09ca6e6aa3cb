package org.shishi.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A first walk through the pages, so that the JDK learns what a start and a first visitor need. */
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/sign-in", "/actuator/health", "/api/openapi.json");

    private Rehearsal() {}

    static void visit(String port) throws IOException {
        for (String page : PAGES) {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
            boolean fine = connection.getResponseCode() < 400;
            try (InputStream in = fine
                    ? connection.getInputStream()
                    : Optional.ofNullable(connection.getErrorStream()).orElse(InputStream.nullInputStream())) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
