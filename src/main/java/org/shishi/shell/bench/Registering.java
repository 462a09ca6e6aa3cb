package org.shishi.shell.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection that sends the same request again and again, of other callers. Sent away because too much is waiting, it
 * comes again as it is told to, on a new connection where the old one was closed; that wait belongs to the call.
 */
final class Registering implements Load.Caller {
    /** Where in a request the last digits of a caller's number stand: each is another person, as with a city. */
    private static final Pattern CALLER = Pattern.compile("(?<=\"phone\":\"199)0{8}");

    private static final AtomicInteger NEXT = new AtomicInteger();
    private final int port;
    private final byte[] request;
    private final int[] callers;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private final byte[] buffer = new byte[1 << 18];

    /** @param request whole, with a number for every caller in it */
    static Registering on(int port, byte[] request) {
        try {
            return new Registering(port, request.clone(), callers(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] callers(byte[] request) {
        Matcher found = CALLER.matcher(new String(request, StandardCharsets.ISO_8859_1));
        return found.results().mapToInt(MatchResult::start).toArray();
    }

    private Registering(int port, byte[] request, int[] callers) throws IOException {
        this.port = port;
        this.request = request;
        this.callers = callers;
        connect();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    @Override
    public void call() throws IOException, InterruptedException {
        for (int caller : callers) {
            int number = NEXT.incrementAndGet();
            for (int digit = 7; digit >= 0; digit--, number /= 10) {
                request[caller + digit] = (byte) ('0' + number % 10);
            }
        }
        HttpAnswer answer = ask();
        while (answer.isBusy()) {
            Thread.sleep(Duration.ofSeconds(answer.retryAfter()));
            if (answer.closes()) {
                connect();
            }
            answer = ask();
        }
        if (!answer.isGood()) {
            throw new IOException(answer.status() + " " + answer.body());
        }
    }

    private HttpAnswer ask() throws IOException {
        socket.getOutputStream().write(request);
        int read = 0;
        int head = -1;
        while (head < 0) {
            read += more(read);
            head = HttpAnswer.end(buffer, read);
        }
        HttpAnswer answer = HttpAnswer.of(new String(buffer, 0, head, StandardCharsets.ISO_8859_1));
        int whole = head + answer.length();
        while (read < whole) {
            read += more(read);
        }
        return answer.with(new String(buffer, head, answer.length(), StandardCharsets.UTF_8));
    }

    private int more(int read) throws IOException {
        int more = in.read(buffer, read, buffer.length - read);
        if (more <= 0) {
            throw new EOFException("the connection was closed");
        }
        return more;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
