package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final Hash ROOT = Digest.SHA256.hash(new byte[] {1});

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void makeAKey() {
        key = SigningKey.in(folder, "370982");
    }

    /** Written out step by step from the specification, with none of our code but the note itself. */
    @Test
    void theNoteIsWhatTheSpecificationSays() throws Exception {
        String note = Checkpoint.sign(key, 18231, ROOT).note();
        String[] lines = note.split("\n", -1);
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo("shishi/370982");
        assertThat(lines[1]).isEqualTo("18231");
        assertThat(lines[2]).isEqualTo(Base64.getEncoder().encodeToString(ROOT.bytes()));
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("\u2014 shishi/370982 ");
        assertThat(lines[5]).isEmpty();
        String[] vkey = key.verifier().vkey().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(vkey[2]);
        assertThat(typed).hasSize(33).startsWith(1);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("shishi/370982\n".getBytes(StandardCharsets.UTF_8));
        byte[] id = Arrays.copyOf(sha256.digest(typed), 4);
        assertThat(new BigInteger(1, id)).isEqualTo(new BigInteger(vkey[1], 16));
        byte[] signature = Base64.getDecoder().decode(lines[4].substring("\u2014 shishi/370982 ".length()));
        assertThat(signature).hasSize(68).startsWith(id);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(publicKey(Arrays.copyOfRange(typed, 1, 33)));
        ed25519.update((lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(ed25519.verify(signature, 4, 64)).isTrue();
    }

    /** RFC 8032: 32 bytes, little-endian y, the top bit says whether x is odd. */
    private static java.security.PublicKey publicKey(byte[] raw) throws Exception {
        boolean odd = raw[31] < 0;
        byte[] big = new byte[32];
        for (int i = 0; i < 32; i++) {
            big[i] = raw[31 - i];
        }
        big[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    @Test
    void theExampleOfTheSpecificationVerifies() {
        VerifierKey example = VerifierKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        byte[] signature = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        assertThat(example.id()).isEqualTo(Arrays.copyOf(signature, 4));
        assertThat(example.verify(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signature, 4, 68)))
                .isTrue();
    }

    @Test
    void oneCharacterMoreOrLessAndTheNoteIsNoLongerSigned() {
        String note = Checkpoint.sign(key, 18231, ROOT).note();
        assertThat(Checkpoint.read(note).isSignedWith(key.verifier())).isTrue();
        for (int i = 0; i < note.length(); i++) {
            assertThat(good(note.substring(0, i) + note.substring(i + 1)))
                    .as("without character %d", i)
                    .isFalse();
            assertThat(good(note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1)))
                    .as("changed %d", i)
                    .isFalse();
            assertThat(good(note.substring(0, i) + "\n" + note.substring(i)))
                    .as("newline at %d", i)
                    .isFalse();
        }
    }

    private boolean good(String note) {
        try {
            return Checkpoint.read(note).isSignedWith(key.verifier());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("checkpoint-370982.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.in(folder, "370982").verifier().vkey())
                .isEqualTo(key.verifier().vkey());
        assertThat(SigningKey.in(folder, "370983").verifier().vkey())
                .isNotEqualTo(key.verifier().vkey());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.in(folder, "370982")).hasMessageContaining("chmod 600");
    }

    @Test
    void aSpoiltKeyFileIsSaidSoAtOnce() throws IOException {
        Path file = folder.resolve("checkpoint-370982.key");
        List<String> own = Files.readAllLines(file);
        List<String> other = Files.readAllLines(otherKey());
        for (List<String> lines : List.of(List.of("nonsense"), List.<String>of(), List.of(own.get(0), other.get(1)))) {
            Files.write(file, lines);
            assertThatThrownBy(() -> SigningKey.in(folder, "370982")).isInstanceOf(IllegalStateException.class);
        }
    }

    private Path otherKey() {
        SigningKey.in(folder.resolve("other"), "370982");
        return folder.resolve("other/checkpoint-370982.key");
    }
}
