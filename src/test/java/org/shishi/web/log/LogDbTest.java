package org.shishi.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.VerifierKey;
import org.shishi.web.api.RunningProgram;

/** What anybody, knowing nothing but the public key, can find out about the ledger. */
class LogDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();
    private static final String APPEAL =
            "{\"procedure\":\"appeal\",\"facts\":{\"text\":\"路灯不亮\",\"subject\":\"0305\",\"channel\":\"12345\",\"urgency\":\"ordinary\"}}";
    private static long position;

    @BeforeAll
    static void threeHundredEntries() throws InterruptedException {
        String commands = String.join(",", java.util.Collections.nCopies(300, APPEAL));
        PROGRAM.post("operator-1", "/api/batch", "{\"commands\":[" + commands + "]}");
        position = RunningProgram.json(PROGRAM.post("operator-1", "/api/matters", APPEAL))
                .get("position")
                .asLong();
        for (int tries = 0; PROGRAM.get("", "/log/proof/" + position).statusCode() != 200; tries++) {
            assertThat(tries).as("signed within a few seconds").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private static VerifierKey key() {
        return VerifierKey.read(PROGRAM.get("", "/log/key").body().strip());
    }

    @Test
    void aReceiptIsCheckedWithTheKeyAlone() {
        HttpResponse<String> answer = PROGRAM.get("", "/log/proof/" + position);
        Receipt receipt = Receipt.read(answer.body());
        assertThat(receipt.position()).isEqualTo(position);
        assertThat(receipt.objection(key())).isEqualTo(Optional.empty());
        assertThat(Receipt.read(answer.body().replace("index " + (position - 1), "index 0"))
                        .objection(key()))
                .isPresent();
    }

    @Test
    void theBytesThatWereHashedGiveTheLeaf() {
        byte[] header = PROGRAM.send(
                        PROGRAM.request("", "/log/entry/" + position).GET(), BodyHandlers.ofByteArray())
                .body();
        Receipt receipt = Receipt.read(PROGRAM.get("", "/log/proof/" + position).body());
        assertThat(Digest.SHA256.hash(new byte[] {0}, header)).isEqualTo(receipt.leaf());
        assertThat(Entry.read(header).position()).isEqualTo(position);
    }

    @Test
    void theCheckpointIsSignedAndNotStoredByCaches() {
        HttpResponse<String> answer = PROGRAM.get("", "/log/checkpoint");
        Checkpoint checkpoint = Checkpoint.read(answer.body());
        assertThat(checkpoint.isSignedWith(key())).isTrue();
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(position);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    }

    @Test
    void tilesAreKeptForGoodAndFitTheEntries() {
        HttpResponse<byte[]> leaves =
                PROGRAM.send(PROGRAM.request("", "/log/tile/0/000").GET(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> entries =
                PROGRAM.send(PROGRAM.request("", "/log/tile/entries/000").GET(), BodyHandlers.ofByteArray());
        assertThat(leaves.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(leaves.body()).hasSize(256 * 32);
        ByteBuffer bundle = ByteBuffer.wrap(entries.body());
        for (int i = 0; i < 256; i++) {
            byte[] header = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(header);
            byte[] leaf = Arrays.copyOfRange(leaves.body(), i * 32, i * 32 + 32);
            assertThat(Digest.SHA256.hash(new byte[] {0}, header).bytes()).isEqualTo(leaf);
        }
        assertThat(bundle.hasRemaining()).isFalse();
    }

    @Test
    void thereIsNothingPersonalInTheLog() {
        String entries = PROGRAM.get("", "/log/tile/entries/000").body();
        assertThat(entries).doesNotContain("路灯").doesNotContain("1990000");
    }

    @Test
    void whatIsNotThereIsNotThere() {
        for (String path : new String[] {
            "proof/0", "proof/x", "proof/999999999", "proof/99999999999999999999", "entry/999999999", "tile/0/0",
            "tile/0/999", "tile/9/000", "tile/64/000", "tile/0/000.p/256", "tile/0/000.p/0", "tile/entries/x"
        }) {
            assertThat(PROGRAM.get("", "/log/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(PROGRAM.get("", "/log/tile/0/000.p/7").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageShowsAReceiptToAnybody() {
        HttpResponse<String> page = PROGRAM.get("", "/log?entry=" + position);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(key().name())
                .contains("c2sp.org/tlog-proof@v1")
                .contains("在账");
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
        assertThat(PROGRAM.get("", "/log").statusCode()).isEqualTo(200);
        assertThat(PROGRAM.get("", "/log?entry=99999999").statusCode()).isEqualTo(404);
        assertThat(PROGRAM.get("", "/log?entry=SQ-1%00%ED%A0%80").statusCode()).isBetween(400, 404);
    }

    @Test
    void anEntryIsFoundByTheNumberOfItsMatter() {
        String number = RunningProgram.json(PROGRAM.post("operator-1", "/api/matters", APPEAL))
                .get("number")
                .asString();
        assertThat(PROGRAM.get("", "/log?entry=" + number).statusCode()).isEqualTo(200);
    }
}
