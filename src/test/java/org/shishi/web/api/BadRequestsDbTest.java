package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a clear no, never a 500, and nothing is half-written. */
class BadRequestsDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();
    private static final String APPEAL = MattersApiDbTest.APPEAL;

    private record Bad(String what, String body, int status, String name, String pointer) {}

    private static final List<Bad> BAD = List.of(
            new Bad("nothing", "", 400, "object-wanted", ""),
            new Bad("a list", "[]", 400, "object-wanted", ""),
            new Bad("half", "{\"procedure\":", 400, "no-json", ""),
            new Bad("two", "{\"procedure\":\"appeal\",\"facts\":{}} {}", 400, "more-behind", ""),
            new Bad("words", "hello", 400, "no-json", ""),
            new Bad("no procedure", "{\"facts\":{}}", 400, "member-wanted", "/procedure"),
            new Bad("procedure twice", "{\"procedure\":\"appeal\",\"procedure\":\"x\"}", 400, "twice", "/procedure"),
            new Bad("misspelt", "{\"proceduer\":\"appeal\"}", 400, "unknown-member", "/proceduer"),
            new Bad("number for a name", "{\"procedure\":7}", 400, "text-wanted", "/procedure"),
            new Bad("facts as list", "{\"procedure\":\"appeal\",\"facts\":[]}", 400, "object-wanted", "/facts"),
            new Bad("fact twice", facts("\"text\":\"a\",\"text\":\"b\""), 400, "twice", "/facts/text"),
            new Bad(
                    "fact flat and nested",
                    facts("\"caller\":{\"name\":\"a\"},\"caller.name\":\"b\""),
                    400,
                    "twice",
                    "/facts/caller.name"),
            new Bad("list as fact", facts("\"text\":[\"a\"]"), 400, "text-wanted", "/facts/text"),
            new Bad("number for text", facts("\"text\":7"), 400, "text-wanted", "/facts/text"),
            new Bad("truth for text", facts("\"caller\":{\"phone\":true}"), 400, "text-wanted", "/facts/caller.phone"),
            new Bad(
                    "too deep",
                    facts("\"caller\":{\"name\":{\"first\":\"a\"}}"),
                    400,
                    "too-deep",
                    "/facts/caller/name"),
            new Bad("far too deep", facts("\"text\":" + "[".repeat(5000)), 400, "text-wanted", "/facts/text"),
            new Bad("not a time", happened("yesterday"), 400, "time-wanted", "/happenedAt"),
            new Bad("no offset", happened("2026-01-05T09:30:00"), 400, "time-wanted", "/happenedAt"),
            new Bad("before all time", happened("-0044-03-15T12:00:00Z"), 400, "time-wanted", "/happenedAt"),
            new Bad("control character", "{\"procedure\":\"a\\u0000b\"}", 400, "name-wanted", "/procedure"),
            new Bad("unknown procedure", "{\"procedure\":\"no-such\"}", 404, "unknown", ""),
            new Bad("unknown act", "{\"procedure\":\"appeal\",\"act\":\"dance\"}", 404, "unknown", ""),
            new Bad("not an opening", "{\"procedure\":\"appeal\",\"act\":\"show\"}", 409, "not-at-this-stage", ""),
            new Bad("half a character", facts("\"text\":\"\\ud83d\""), 422, "in-the-form", ""),
            new Bad("a huge number", facts("\"place\":{\"lat\":1e999999999}"), 422, "in-the-form", ""),
            new Bad("no facts", "{\"procedure\":\"appeal\"}", 422, "in-the-form", ""));

    private static String facts(String members) {
        return "{\"procedure\":\"appeal\",\"facts\":{" + members + "}}";
    }

    private static String happened(String at) {
        return "{\"procedure\":\"appeal\",\"facts\":{},\"happenedAt\":\"" + at + "\"}";
    }

    @TestFactory
    Stream<DynamicTest> isSaidToBeWrongWhereItIs() {
        return BAD.stream()
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> {
                    HttpResponse<String> answer = PROGRAM.post("operator-1", "/api/matters", bad.body());
                    JsonNode problem = RunningProgram.json(answer);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
                    assertThat(problem.get("type").asString()).isEqualTo("urn:shishi:problem:" + bad.name());
                    assertThat(problem.get("detail").asString())
                            .isNotEmpty()
                            .doesNotContain("problem.api", "refusal.", "{0}");
                    if (!bad.pointer().isEmpty()) {
                        assertThat(problem.get("errors").get(0).get("pointer").asString())
                                .isEqualTo(bad.pointer());
                    }
                }));
    }

    @Test
    void bytesThatAreNoUtf8AreNotGuessedAt() {
        byte[] latin = APPEAL.replace("瑞", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(status(post("/api/matters", latin, "application/json"))).isEqualTo(400);
    }

    private static HttpRequest.Builder post(String path, byte[] body, String type) {
        return PROGRAM.request("operator-1", path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static int status(HttpRequest.Builder request) {
        return PROGRAM.send(request).statusCode();
    }

    @Test
    void onlyJsonIsTaken() {
        byte[] body = APPEAL.getBytes(StandardCharsets.UTF_8);
        assertThat(status(post("/api/matters", body, "text/plain"))).isEqualTo(415);
        assertThat(status(post("/api/matters", body, "application/x-www-form-urlencoded")))
                .isEqualTo(415);
        assertThat(status(post("/api/matters", body, "application/json;charset=gbk")))
                .isEqualTo(415);
        assertThat(status(post("/api/matters", body, "application/json").header("Content-Encoding", "gzip")))
                .isEqualTo(415);
        assertThat(status(post("/api/matters", body, "application/json; charset=UTF-8")))
                .isEqualTo(201);
    }

    @Test
    void tooLargeIsSaidSo() {
        assertThat(status(post("/api/matters", new byte[2 << 20], "application/json")))
                .isEqualTo(413);
        assertThat(status(post("/api/batch", new byte[17 << 20], "application/json")))
                .isEqualTo(413);
        var unknownLength = PROGRAM.request("operator-1", "/api/matters")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[2 << 20])));
        assertThat(status(unknownLength)).isEqualTo(413);
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        HttpResponse<String> nowhere = PROGRAM.get("", "/api/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpResponse<String> method = PROGRAM.get("operator-1", "/api/matters");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        var options = PROGRAM.request("", "/api/matters").method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        assertThat(status(options)).isEqualTo(204);
        var delete = PROGRAM.request("operator-1", "/api/matters/SQ-1").DELETE();
        assertThat(status(delete)).isEqualTo(405);
    }

    @Test
    void badKeysAndTokensAreSaidSo() {
        assertThat(PROGRAM.post("operator-1", "/api/matters", APPEAL, "Idempotency-Key", "x".repeat(161))
                        .statusCode())
                .isEqualTo(400);
        assertThat(PROGRAM.post("operator-1", "/api/matters", APPEAL, "Idempotency-Key", "two words")
                        .statusCode())
                .isEqualTo(400);
        for (String said : List.of("Bearer", "Bearer x", "Basic b3A6eA==", "Bearer shishi_" + "A".repeat(43))) {
            var request = PROGRAM.request("", "/api/matters/SQ-1").header("Authorization", said);
            assertThat(status(request.GET())).as(said).isEqualTo(401);
        }
    }

    /** A thousand requests spoilt at random, always the same thousand. */
    @Test
    void noSpoiltRequestBreaksAnything() throws IOException {
        Random random = new Random(20261124);
        List<String> broken = IntStream.range(0, 1000)
                .mapToObj(_ -> spoilt(random))
                .filter(request -> answered(request) >= 500)
                .map(request -> new String(request, StandardCharsets.UTF_8))
                .collect(Collectors.toList());
        assertThat(broken).isEmpty();
        assertThat(PROGRAM.post("operator-1", "/api/matters", APPEAL).statusCode())
                .isEqualTo(201);
    }

    private static final List<String> PATHS = List.of(
            "POST /api/matters",
            "POST /api/batch",
            "POST /api/matters/SQ-20261124-0001/entries",
            "GET /api/matters/SQ-20261124-0001?",
            "GET /api/registers/appeals?q=路灯&sort=-registered&limit=10&late=true&registered.from=2026-01-01",
            "GET /api/registers/appeals?after=MTIzIDIwMjYtMDEtMDE&answer-days.from=1e5&due.to=2026-12-31",
            "GET /api/figures?from=2026-01-01&to=2026-12-31",
            "GET /api/figures/received?by=holder&from=2026-01-01&subject=0305",
            "GET /log/proof/1?",
            "GET /log/tile/0/000.p/3?",
            "GET /log?entry=1",
            "GET /api/docs/index.html?");

    private static final List<String> HEADERS = List.of(
            "Accept-Language: en;q=0.5, zh",
            "If-Match: \"3\"",
            "If-None-Match: W/\"3\"",
            "Idempotency-Key: a-key",
            "Accept: application/json",
            "Range: bytes=0-3",
            "Content-Encoding: identity",
            "X-Forwarded-Proto: https",
            "Expect: 100-continue");

    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-1",
            "1e400",
            "9".repeat(30),
            "%00",
            "%zz",
            "%C0%80",
            "..",
            "//",
            ";",
            "\u0000",
            "\u202e",
            "𠮷",
            "\uffff",
            "'",
            "--",
            "${jndi:x}",
            "<b>",
            "2026-13-45",
            "+999999999-01-01",
            "Infinity",
            "NaN",
            "\r\n",
            "\t",
            " ",
            "*",
            "%",
            "a".repeat(9000));

    @Test
    void aBodyIsReadHoweverItComes() {
        int length = APPEAL.getBytes(StandardCharsets.UTF_8).length;
        assertThat(answered(body("Content-Length: " + length, APPEAL))).isEqualTo(201);
        String chunks = Integer.toHexString(length) + "\r\n" + APPEAL + "\r\n0\r\n\r\n";
        assertThat(answered(body("Transfer-Encoding: chunked", chunks))).isEqualTo(201);
        String wide = APPEAL + " ".repeat(100_000);
        assertThat(answered(body("Content-Length: " + (length + 100_000), wide)))
                .isEqualTo(201);
        assertThat(answered(body("Content-Length: 0", ""))).isEqualTo(400);
    }

    private static byte[] body(String length, String body) {
        return ("POST /api/matters HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + PROGRAM.token("operator-1") + "\r\nContent-Type: application/json\r\n" + length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spoilt(Random random) {
        String body = random.nextInt(4) == 0
                ? "{\"commands\":[" + APPEAL + "," + "{\"matter\":\"SQ-20261124-0001\",\"act\":\"dispatch\"}]}"
                : APPEAL;
        String line = spoil(random, PATHS.get(random.nextInt(PATHS.size())), random.nextInt(3));
        String header = spoil(random, HEADERS.get(random.nextInt(HEADERS.size())), random.nextInt(3));
        byte[] bytes = random.nextInt(3) == 0
                ? flipped(random, body.getBytes(StandardCharsets.UTF_8))
                : spoil(random, body, random.nextInt(5)).getBytes(StandardCharsets.UTF_8);
        String head = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + PROGRAM.token("operator-1") + "\r\nContent-Type: application/json\r\n"
                + header
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return whole;
    }

    private static String spoil(Random random, String text, int times) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(spoilt.length());
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(3)) {
                case 0 -> spoilt.insert(at, piece);
                case 1 -> spoilt.replace(at, Math.min(spoilt.length(), at + 1 + random.nextInt(4)), piece);
                default -> spoilt.deleteCharAt(at);
            }
        }
        return spoilt.toString();
    }

    private static byte[] flipped(Random random, byte[] bytes) {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** The status of the answer; 400 when the server hung up on what is not HTTP. */
    private static int answered(byte[] request) {
        URI base = URI.create(PROGRAM.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1)).readLine();
            return line == null || !line.startsWith("HTTP/1.1 ") ? 400 : Integer.parseInt(line.substring(9, 12));
        } catch (IOException e) {
            return 400;
        }
    }
}
