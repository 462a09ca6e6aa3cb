package org.shishi.shell.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.shishi.matter.Desk;

/**
 * Registrations a second through the API, client and server on this machine: one a request against a small file of the same
 * server, and so many in a batch against rows of a kilobyte that nothing is decided about. The client keeps its connections
 * and does no more than HTTP asks for, so that the server is measured.
 */
public final class HttpBench {
    private static final int TOGETHER = 100;
    private static final String ONE = """
            {"procedure":"appeal","facts":{"text":"%s","subject":"0305","channel":"12345","urgency":"ordinary",\
            "place":{"text":"瑞山路"},"caller":{"name":"王先生","phone":"19900000000"}}}""".formatted("瑞山路从学校到卫生院十几盏路灯三天不亮，晚上孩子放学看不见路，请尽快派人来修。".repeat(6));
    private final int port;
    private final String token;
    private final DataSource database;
    private final Duration lasting;
    private final PrintStream out;

    /** @param token of an account that may register */
    public HttpBench(int port, String token, DataSource database, Duration lasting, PrintStream out) {
        this.port = port;
        this.database = database;
        this.token = token;
        this.lasting = lasting;
        this.out = out;
    }

    /** Measures and prints. @throws ExecutionException when a registration was turned away */
    public void run(List<Integer> clients) throws InterruptedException, ExecutionException {
        byte[] single = request("POST", "/api/matters", ONE);
        byte[] batch = request("POST", "/api/batch", "{\"commands\":[" + together() + "]}");
        byte[] file = request("GET", "/static/seal.svg", "");
        WarmUp.over(turn -> pace(64, file, 1, turn));
        List<Pace> files = new ArrayList<>();
        for (int each : clients) { // before anything is registered: what follows the ledger has nothing to do yet
            files.add(pace(each, file, 1, lasting));
        }
        WarmUp.over(this::bare);
        Pace bare = bare(lasting);
        WarmUp.over(turn -> pace(64, batch, TOGETHER, turn));
        WarmUp.over(turn -> pace(64, single, 1, turn));
        out.println("Registrations through the API, one a request | a small file of the same server | ratio"
                + " | a hundred a request | a bare insert of 1 KB each | ratio");
        for (int i = 0; i < clients.size(); i++) {
            Pace alone = pace(clients.get(i), single, 1, lasting);
            Pace bulk = pace(clients.get(i), batch, TOGETHER, lasting);
            out.printf(
                    "%4d clients: %s | %s | %.2f x | %s | %s | %.2f x%n",
                    clients.get(i),
                    alone.inWords(),
                    files.get(i).inWords(),
                    alone.perSecond() / files.get(i).perSecond(),
                    bulk.inWords(),
                    bare.inWords(),
                    bulk.perSecond() / bare.perSecond());
        }
    }

    /** As many together as the desk takes together: the batches of a few clients are more than that. */
    private Pace bare(Duration turn) throws InterruptedException, ExecutionException {
        try (Bare bare = new Bare(database)) {
            return new Load(Desk.BATCH, turn, 1).run(_ -> bare.caller());
        } catch (SQLException e) {
            throw new ExecutionException(e);
        }
    }

    private static String together() {
        return String.join(",", Collections.nCopies(TOGETHER, ONE));
    }

    private byte[] request(String method, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                %s %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(method, path, token, body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private Pace pace(int clients, byte[] request, int pieces, Duration turn)
            throws InterruptedException, ExecutionException {
        return new Load(clients, turn, pieces).run(_ -> Registering.on(port, request));
    }
}
