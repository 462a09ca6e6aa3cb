package org.shishi.shell.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.shishi.matter.Desk;
import org.shishi.matter.Following;

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
    private static final Duration TURN = Duration.ofSeconds(5);
    private final Server server;
    private final Duration lasting;
    private final PrintStream out;
    private final byte[] single;
    private final byte[] batch;
    private final byte[] file;

    /**
     * What is measured.
     *
     * @param token of an account that may register
     * @param followers what keeps up with the ledger while it grows
     */
    public record Server(int port, String token, DataSource database, Collection<Following> followers) {
        public Server {
            followers = List.copyOf(followers);
        }
    }

    /** @param lasting how long each is measured, in turns of five seconds */
    public HttpBench(Server server, Duration lasting, PrintStream out) {
        this.server = server;
        this.lasting = lasting;
        this.out = out;
        this.single = request("POST", "/api/matters", ONE);
        this.batch = request("POST", "/api/batch", "{\"commands\":[" + together() + "]}");
        this.file = request("GET", "/static/seal.svg", "");
    }

    /** Measures and prints. @throws ExecutionException when a registration was turned away */
    public void run(List<Integer> clients) throws InterruptedException, ExecutionException {
        WarmUp.over(turn -> pace(64, file, 1, turn));
        WarmUp.over(turn -> alone(this::bare, turn));
        WarmUp.over(turn -> pace(64, batch, TOGETHER, turn));
        WarmUp.over(turn -> pace(64, single, 1, turn));
        out.println("Registrations through the API, one a request | a small file of the same server | ratio"
                + " | a hundred a request | a bare insert of 1 KB each | ratio");
        for (int each : clients) {
            print(each, paces(each));
        }
    }

    /** How the four went. */
    private record Paces(Pace single, Pace file, Pace batch, Pace bare) {
        Paces and(Paces other) {
            return new Paces(
                    single.and(other.single), file.and(other.file), batch.and(other.batch), bare.and(other.bare));
        }
    }

    /** In turns: on a shared machine one minute may be half as fast as the next. */
    private Paces paces(int clients) throws InterruptedException, ExecutionException {
        Paces all = turns(clients);
        for (long left = lasting.minus(TURN).toMillis(); left > 0; left -= TURN.toMillis()) {
            all = all.and(turns(clients));
        }
        return all;
    }

    private Paces turns(int clients) throws InterruptedException, ExecutionException {
        Pace batched = pace(clients, batch, TOGETHER, TURN);
        Pace bare = alone(this::bare, TURN);
        Pace singles = pace(clients, single, 1, TURN);
        Pace files = alone(turn -> pace(clients, file, 1, turn), TURN);
        return new Paces(singles, files, batched, bare);
    }

    /** Without what follows the ledger, which has all of the registrations to catch up with. */
    private Pace alone(WarmUp.Turn measuring, Duration turn) throws InterruptedException, ExecutionException {
        server.followers().forEach(Following::stop);
        try {
            return measuring.run(turn);
        } finally {
            server.followers().forEach(Following::start);
        }
    }

    private void print(int clients, Paces paces) {
        out.printf(
                "%4d clients: %s | %s | %.2f x | %s | %s | %.2f x%n",
                clients,
                paces.single().inWords(),
                paces.file().inWords(),
                paces.single().perSecond() / paces.file().perSecond(),
                paces.batch().inWords(),
                paces.bare().inWords(),
                paces.batch().perSecond() / paces.bare().perSecond());
    }

    /** As many together as the desk takes together: the batches of a few clients are more than that. */
    private Pace bare(Duration turn) throws InterruptedException, ExecutionException {
        try (Bare bare = new Bare(server.database())) {
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
                """.formatted(method, path, server.token(), body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private Pace pace(int clients, byte[] request, int pieces, Duration turn)
            throws InterruptedException, ExecutionException {
        return new Load(clients, turn, pieces).run(_ -> Registering.on(server.port(), request));
    }
}
