package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptTest {
    @TempDir
    Path folder;

    private Receipt receipt(SigningKey key, Digest digest) {
        List<NewLine> lines = Lines.some(Lines.start(digest), 100, 1);
        Frontier frontier = Lines.after(Lines.start(digest), lines).frontier();
        Hash[] leaves = lines.stream().map(line -> line.line().leaf()).toArray(Hash[]::new);
        Proof proof = new Proof(digest, (height, index) -> node(digest, leaves, height, index));
        return new Receipt(
                digest, 42, leaves[41], proof.inclusion(41, 100), Checkpoint.sign(key, 100, frontier.root()));
    }

    private static Hash node(Digest digest, Hash[] leaves, int height, long index) {
        return height == 0
                ? leaves[(int) index]
                : Tree.node(
                        digest,
                        node(digest, leaves, height - 1, 2 * index),
                        node(digest, leaves, height - 1, 2 * index + 1));
    }

    @Test
    void aReceiptIsGoodUnderItsKeyOnly() {
        SigningKey key = SigningKey.in(folder, Lines.CITY);
        SigningKey other = SigningKey.in(folder.resolve("other"), Lines.CITY);
        for (Digest digest : Digest.values()) {
            Receipt receipt = receipt(key, digest);
            assertThat(Receipt.read(receipt.text())).isEqualTo(receipt);
            assertThat(receipt.objection(key.verifier())).isEmpty();
            assertThat(receipt.objection(other.verifier())).isPresent();
        }
    }

    @Test
    void noCharacterOfAReceiptCanBeChanged() {
        SigningKey key = SigningKey.in(folder, Lines.CITY);
        String text = receipt(key, Digest.SHA256).text();
        for (int i = 0; i < text.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1 << bit) + text.substring(i + 1);
                assertThat(good(changed, key.verifier())).as("character %d", i).isFalse();
            }
        }
    }

    private static boolean good(String text, VerifierKey key) {
        try {
            return Receipt.read(text).objection(key).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
