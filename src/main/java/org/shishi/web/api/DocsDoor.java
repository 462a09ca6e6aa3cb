package org.shishi.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.procedure.Packs;
import org.springframework.http.HttpStatus;

/** The description of the API, for programs and for people. Nothing of it is read or made before it is first asked for. */
final class DocsDoor implements Route.Door {
    private static final String HERE = "/api/docs/";
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String CONTENT = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** What the page is made of: its own files, and those of Swagger UI. */
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html;charset=UTF-8",
            "docs.js", "text/javascript;charset=UTF-8",
            "swagger-ui.css", "text/css;charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "favicon-32x32.png", "image/png");

    private final Packs packs;
    private final Map<Locale, byte[]> described = new ConcurrentHashMap<>();

    DocsDoor(Packs packs) {
        this.packs = packs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/api/openapi.json", this::description),
                Route.open(
                        "GET",
                        "/api/docs",
                        _ -> Answer.empty(HttpStatus.SEE_OTHER.value()).with("Location", HERE)),
                Route.open("GET", HERE + "**", DocsDoor::file));
    }

    private Answer description(Call call) {
        byte[] text = described.computeIfAbsent(call.say().locale(), _ -> new Description(packs, call.say()).text());
        return Answer.bytes("application/json", text)
                .with("Cache-Control", "no-cache")
                .with("Vary", "Accept-Language");
    }

    private static Answer file(Call call) {
        String name = call.path(0).isEmpty() ? "index.html" : call.path(0);
        String type = FILES.get(name);
        if (type == null) {
            throw Wrong.notFound(HERE + name);
        }
        boolean isOurs = DocsDoor.class.getResource("/api/" + name) != null;
        byte[] content = read(isOurs ? "/api/" + name : LIBRARY + version() + "/" + name);
        return Answer.bytes(type, content)
                .with("Cache-Control", isOurs ? "no-cache" : "public, max-age=86400")
                .with("Content-Security-Policy", CONTENT);
    }

    private static String version() {
        Properties said = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            said.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.getProperty("version");
    }

    static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(DocsDoor.class.getResourceAsStream(resource), resource);
    }
}
