package org.shishi.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.Shishi;
import org.shishi.TestDatabase;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on a real database and a free port, with the demonstration city, asked over HTTP. One for all tests. */
public final class RunningProgram {
    private static final String CITY = "370982";
    private static final RunningProgram ONLY = new RunningProgram();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final String base;

    private RunningProgram() {
        PGSimpleDataSource database = TestDatabase.fresh();
        Path data = folder();
        context = new SpringApplicationBuilder(Shishi.class)
                .logStartupInfo(false)
                .run(
                        "--server.port=0",
                        "--shishi.city=" + CITY,
                        "--shishi.data=" + data,
                        "--shishi.db.url=" + database.getUrl(),
                        "--shishi.db.user=" + database.getUser(),
                        "--shishi.db.password=" + database.getPassword());
        DemoCity.find(CITY).orElseThrow().write(people(), Instant.now());
        base = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    public static RunningProgram open() {
        return ONLY;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "program-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public People people() {
        return context.getBean(People.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String base() {
        return base;
    }

    /** A token of an account, issued when first asked for. */
    public String token(String account) {
        return tokens.computeIfAbsent(account, name -> people().issueToken(name, Instant.now()));
    }

    /** A request of an account's program; with no account, of a stranger. */
    public HttpRequest.Builder request(String account, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return account.isEmpty() ? request : request.header("Authorization", "Bearer " + token(account));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> how) {
        try {
            return client.send(request.build(), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String account, String path) {
        return send(request(account, path).GET());
    }

    public HttpResponse<String> post(String account, String path, String body, String... headers) {
        HttpRequest.Builder request = request(account, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
