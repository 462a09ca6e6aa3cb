package org.shishi.shell.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Registrations a second through the API, client and server on this machine: one a request against so many in a batch.
 * The client keeps its connections and does no more than HTTP asks for, so that the server is measured.
 */
public final class HttpBench {
    private static final int TOGETHER = 100;
    private static final String ONE = """
            {"procedure":"appeal","facts":{"text":"%s","subject":"0305","channel":"12345","urgency":"ordinary",\
            "place":{"text":"瑞山路"},"caller":{"name":"王先生","phone":"19900000000"}}}""".formatted("瑞山路从学校到卫生院十几盏路灯三天不亮，晚上孩子放学看不见路，请尽快派人来修。".repeat(6));
    private final int port;
    private final String token;
    private final Duration lasting;
    private final PrintStream out;

    /** @param token of an account that may register */
    public HttpBench(int port, String token, Duration lasting, PrintStream out) {
        this.port = port;
        this.token = token;
        this.lasting = lasting;
        this.out = out;
    }

    /** Measures and prints. @throws ExecutionException when a registration was turned away */
    public void run(List<Integer> clients) throws InterruptedException, ExecutionException {
        byte[] single = request("/api/matters", ONE);
        byte[] batch = request("/api/batch", "{\"commands\":[" + together() + "]}");
        WarmUp.over(turn -> pace(64, batch, TOGETHER, turn));
        WarmUp.over(turn -> pace(64, single, 1, turn));
        out.println("Registrations through the API, one a request | a hundred a request, same run | ratio");
        for (int each : clients) {
            Pace alone = pace(each, single, 1, lasting);
            Pace bulk = pace(each, batch, TOGETHER, lasting);
            out.printf(
                    "%4d clients: %s | %s | %.1f x%n",
                    each, alone.inWords(), bulk.inWords(), bulk.perSecond() / alone.perSecond());
        }
    }

    private static String together() {
        return String.join(",", Collections.nCopies(TOGETHER, ONE));
    }

    private byte[] request(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(path, token, body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private Pace pace(int clients, byte[] request, int pieces, Duration turn)
            throws InterruptedException, ExecutionException {
        return new Load(clients, turn, pieces).run(_ -> Registering.on(port, request));
    }
}
