package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesTest {
    @Test
    void addressesAreThoseOfTheSpecification() {
        assertThat(new TilePath(false, 0, 1_234_067, 256).text()).isEqualTo("0/x001/x234/067");
        assertThat(new TilePath(true, 0, 5, 17).text()).isEqualTo("entries/005.p/17");
        assertThat(TilePath.find("2/x001/000.p/255")).contains(new TilePath(false, 2, 1000, 255));
        assertThat(TilePath.find("entries/999")).contains(new TilePath(true, 0, 999, 256));
    }

    @Test
    void otherSpellingsAreNoAddresses() {
        for (String path : new String[] {
            "",
            "0",
            "0/1",
            "0/0001",
            "00/001",
            "0/x000/001",
            "0/001/002",
            "0/x01/002",
            "0/001.p/0",
            "0/001.p/256",
            "0/001.p/01",
            "64/000",
            "-1/000",
            "0/001.p/",
            "0/001/",
            "entries/1",
            "0/../001",
            "0/x001",
            "0/001.p/999"
        }) {
            assertThat(TilePath.find(path)).as(path).isEmpty();
        }
    }

    @Test
    void widthsAreThoseOfTheExampleOf70000() {
        assertThat(Tiles.width(70_000, 0, 272)).isEqualTo(256);
        assertThat(Tiles.width(70_000, 0, 273)).isEqualTo(112);
        assertThat(Tiles.width(70_000, 0, 274)).isZero();
        assertThat(Tiles.width(70_000, 1, 0)).isEqualTo(256);
        assertThat(Tiles.width(70_000, 1, 1)).isEqualTo(17);
        assertThat(Tiles.width(70_000, 2, 0)).isEqualTo(1);
        assertThat(Tiles.width(70_000, 3, 0)).isZero();
        assertThat(Tiles.width(256, 1, 0)).isEqualTo(1);
        assertThat(Tiles.width(Long.MAX_VALUE, 63, Long.MAX_VALUE / 256)).isZero();
    }

    @Test
    void aBundleHasLengthsInFront() {
        byte[] bundle = Tiles.bundle(List.of(new byte[] {7}, new byte[258]));
        assertThat(bundle).hasSize(2 + 1 + 2 + 258).startsWith(0, 1, 7, 1, 2);
    }

    @Test
    void proofsFromTilesHoldInALargeTree() {
        Map<List<Long>, ByteArrayOutputStream> tiles = new HashMap<>();
        Frontier.Growing growing = Frontier.empty(Digest.SM3).growing((height, index, hash) -> {
            if (height % 8 == 0) {
                put(tiles, height / 8, index, hash);
            }
        });
        int size = 70_000;
        for (int i = 0; i < size; i++) {
            put(tiles, 0, i, leaf(i));
            growing.append(leaf(i));
        }
        Hash root = growing.frontier().root();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Proof proof = new Proof(
                    Digest.SM3,
                    new Tiles(
                            Digest.SM3,
                            (level, index) -> tiles.getOrDefault(
                                            List.of((long) level, index), new ByteArrayOutputStream())
                                    .toByteArray()));
            int index = random.nextInt(size);
            assertThat(Proof.rootOf(Digest.SM3, leaf(index), index, size, proof.inclusion(index, size)))
                    .contains(root);
        }
    }

    private static void put(Map<List<Long>, ByteArrayOutputStream> tiles, long level, long index, Hash hash) {
        tiles.computeIfAbsent(List.of(level, index / 256), t -> new ByteArrayOutputStream())
                .writeBytes(hash.bytes());
    }

    private static Hash leaf(int i) {
        return Tree.leaf(Digest.SM3, new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)});
    }
}
