package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the embedded database: drawn once and kept, drawn again when another program has taken it. */
final class Port {
    private Port() {}

    static int keptIn(Path data) {
        Path file = data.resolve("postgres.port");
        try {
            int kept =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            int port = free(kept);
            Files.writeString(file, port + "\n");
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int free(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return free(0);
        }
    }
}
