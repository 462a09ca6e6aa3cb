package org.shishi.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ClamAV's daemon, asked by its command INSTREAM (clamd(8)): the length of each piece before it, nothing at the end. */
final class Clamd implements Scan {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int PATIENCE_SECONDS = 60;
    private static final int PIECE = 1 << 16;
    private static final int ANSWER_AT_MOST = 4096;

    private final ProtocolFamily family;
    private final Supplier<SocketAddress> address;

    Clamd(ProtocolFamily family, Supplier<SocketAddress> address) {
        this.family = family;
        this.address = address;
    }

    @Override
    public Verdict of(byte[] file) {
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = one.submit(() -> ask(file));
            try {
                return verdict(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                answer.cancel(true);
                LOG.error("the virus scanner did not answer: {}", e.toString());
                return Verdict.UNKNOWN;
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                return Verdict.UNKNOWN;
            }
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith(" OK")) {
            return Verdict.CLEAN;
        }
        LOG.warn("the virus scanner says: {}", answer);
        return answer.endsWith(" FOUND") ? Verdict.INFECTED : Verdict.UNKNOWN;
    }

    private String ask(byte[] file) throws IOException {
        try (SocketChannel channel = SocketChannel.open(family)) {
            channel.connect(address.get());
            write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            for (int at = 0; at < file.length; at += PIECE) {
                int length = Math.min(PIECE, file.length - at);
                write(channel, ByteBuffer.allocate(4).putInt(length).flip());
                write(channel, ByteBuffer.wrap(file, at, length));
            }
            write(channel, ByteBuffer.allocate(4));
            return answer(channel);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(256);
        while (channel.read(some.clear()) > 0 && answer.size() < ANSWER_AT_MOST) {
            answer.write(some.array(), 0, some.position());
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
