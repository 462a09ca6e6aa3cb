package org.shishi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shishi.files.Scan.Verdict;

class ScanTest {
    private static final byte[] FILE = new byte[200_000];

    @Test
    void withoutAScannerEverythingIsTaken() {
        assertThat(Scan.of("").of(FILE)).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void theScannerIsAskedInItsOwnWords() throws Exception {
        assertThat(answered("stream: OK\0")).isEqualTo(Verdict.CLEAN);
        assertThat(answered("stream: Eicar-Signature FOUND\0")).isEqualTo(Verdict.INFECTED);
        assertThat(answered("INSTREAM size limit exceeded. ERROR\0")).isEqualTo(Verdict.UNKNOWN);
        assertThat(answered("")).isEqualTo(Verdict.UNKNOWN);
    }

    private static Verdict answered(String answer) throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> serve(daemon, answer));
            Verdict verdict = Scan.of("127.0.0.1:" + daemon.getLocalPort()).of(FILE);
            assertThat(received.get()).isEqualTo(FILE.length);
            return verdict;
        }
    }

    private static int serve(ServerSocket daemon, String answer) {
        try (Socket socket = daemon.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] command = in.readNBytes("zINSTREAM\0".length());
            assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            int all = 0;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                all += in.readNBytes(length).length;
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return all;
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void aScannerThatIsNotThereLetsNothingPass() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(Scan.of("127.0.0.1:" + port).of(FILE)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Scan.of("unix:/no/such/socket").of(FILE)).isEqualTo(Verdict.UNKNOWN);
        assertThatThrownBy(() -> Scan.of("clamav")).hasMessageContaining("host:port");
    }
}
