package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void sm3HashesAbcAsTheStandardSays() {
        assertThat(Digest.SM3.hash(Lines.utf8("abc")).hex())
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm3HashesTheLongMessageOfTheStandard() {
        assertThat(Digest.SM3.hash(Lines.utf8("abcd".repeat(16))).hex())
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm3AgreesWithAnotherImplementationAtEveryLengthAndSplit() {
        Random random = new Random(3);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            int cut = random.nextInt(length + 1);
            MessageDigest other = new SM3.Digest();
            assertThat(Digest.SM3
                            .hash(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, length))
                            .bytes())
                    .isEqualTo(other.digest(bytes));
        }
    }

    @Test
    void sha256IsTheKnownOne() {
        assertThat(Digest.SHA256.hash(Lines.utf8("abc")).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
