package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final Random RANDOM = new Random(6962);

    /** The definition of RFC 6962 section 2.1, word for word. */
    static Hash naive(Digest digest, List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return digest.hash();
        }
        if (n == 1) {
            return digest.hash(new byte[] {0}, leaves.getFirst());
        }
        int k = Integer.highestOneBit(n - 1);
        return digest.hash(
                new byte[] {1},
                naive(digest, leaves.subList(0, k)).bytes(),
                naive(digest, leaves.subList(k, n)).bytes());
    }

    /** Input and roots of the tests of Certificate Transparency, used by many implementations. */
    @Test
    void theKnownSmallTreesHaveTheirKnownRoots() {
        List<byte[]> leaves = new ArrayList<>();
        for (String hex : new String[] {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
        }) {
            leaves.add(HexFormat.of().parseHex(hex));
        }
        String[] roots = {
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        Frontier frontier = Frontier.empty(Digest.SHA256);
        assertThat(frontier.root().hex()).isEqualTo(roots[0]);
        for (int i = 0; i < leaves.size(); i++) {
            frontier = frontier.append(Tree.leaf(Digest.SHA256, leaves.get(i)));
            assertThat(frontier.root().hex()).isEqualTo(roots[i + 1]);
        }
    }

    @Test
    void theRootIsTheDefinitionsAtEverySize() {
        for (Digest digest : Digest.values()) {
            List<byte[]> leaves = new ArrayList<>();
            Frontier frontier = Frontier.empty(digest);
            for (int size = 0; size <= 600; size++) {
                assertThat(frontier.root()).isEqualTo(naive(digest, leaves));
                assertThat(frontier.size()).isEqualTo(size);
                assertThat(Frontier.of(digest, frontier.bytes())).isEqualTo(frontier);
                byte[] leaf = new byte[RANDOM.nextInt(40)];
                RANDOM.nextBytes(leaf);
                leaves.add(leaf);
                frontier = frontier.append(Tree.leaf(digest, leaf));
            }
        }
    }

    @Test
    void growingTellsOfEveryFullSubtree() {
        List<byte[]> leaves = new ArrayList<>();
        Frontier.Growing growing = Frontier.empty(Digest.SHA256).growing((height, index, hash) -> {
            int width = 1 << height;
            List<byte[]> part = leaves.subList((int) index * width, (int) (index + 1) * width);
            assertThat(hash).isEqualTo(naive(Digest.SHA256, part));
        });
        for (int i = 0; i < 600; i++) {
            leaves.add(new byte[] {(byte) i, (byte) (i >> 8)});
            growing.append(Tree.leaf(Digest.SHA256, leaves.getLast()));
        }
        assertThat(growing.frontier().root()).isEqualTo(naive(Digest.SHA256, leaves));
    }

    @Test
    void bytesOfAnotherSizeAreRefused() {
        byte[] bytes =
                Frontier.empty(Digest.SHA256).append(Hash.of(new byte[32])).bytes();
        assertThatThrownBy(() -> Frontier.of(Digest.SHA256, Arrays.copyOf(bytes, 39)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Frontier.of(Digest.SHA256, Arrays.copyOf(bytes, 41)))
                .isInstanceOf(RuntimeException.class);
    }
}
