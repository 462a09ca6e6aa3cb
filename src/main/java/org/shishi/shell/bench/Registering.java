package org.shishi.shell.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    private record Answer(String status, Map<String, String> headers, String body) {
        Answer with(String said) {
            return new Answer(status, headers, said);
        }

        boolean isBusy() {
            return status.contains(" 503");
        }

        boolean closes() {
            return "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
        }

        int number(String header) {
            return Integer.parseInt(headers.getOrDefault(header, "0"));
        }
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
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    @Override
    public void call() throws IOException, InterruptedException {
        for (int caller : callers) {
            int number = NEXT.incrementAndGet();
            for (int digit = 7; digit >= 0; digit--, number /= 10) {
                request[caller + digit] = (byte) ('0' + number % 10);
            }
        }
        Answer answer = ask();
        while (answer.isBusy()) {
            Thread.sleep(Duration.ofSeconds(answer.number("retry-after")));
            if (answer.closes()) {
                connect();
            }
            answer = ask();
        }
        if (!answer.status().contains(" 20") || answer.body().contains("\"problem\"")) {
            throw new IOException(answer.status() + " " + answer.body());
        }
    }

    private Answer ask() throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        Answer answer = new Answer(status, headers, "");
        return answer.with(new String(in.readNBytes(answer.number("content-length")), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
