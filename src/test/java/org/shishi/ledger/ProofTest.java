package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final int MOST = 70;

    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Hash> roots = new ArrayList<>();

    ProofTest() {
        Frontier frontier = Frontier.empty(Digest.SHA256);
        roots.add(frontier.root());
        for (int i = 0; i < MOST; i++) {
            leaves.add(new byte[] {(byte) i});
            frontier = frontier.append(leaf(i));
            roots.add(frontier.root());
        }
    }

    private Hash leaf(long index) {
        return Tree.leaf(Digest.SHA256, leaves.get((int) index));
    }

    private Hash node(int height, long index) {
        int from = (int) index << height;
        return FrontierTest.naive(Digest.SHA256, leaves.subList(from, from + (1 << height)));
    }

    private final Proof proof = new Proof(Digest.SHA256, this::node);

    @Test
    void everyLeafIsProvenInEveryTreeThatHasIt() {
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> siblings = proof.inclusion(index, size);
                assertThat(Proof.rootOf(Digest.SHA256, leaf(index), index, size, siblings))
                        .contains(roots.get(size));
                assertNothingElseIsProven(index, size, siblings);
            }
        }
    }

    private void assertNothingElseIsProven(int index, int size, List<Hash> siblings) {
        Hash root = roots.get(size);
        assertThat(Proof.rootOf(Digest.SHA256, leaf((index + 1) % MOST), index, size, siblings))
                .isNotEqualTo(only(root));
        for (int other = 0; other < size; other++) {
            if (other != index) {
                assertThat(Proof.rootOf(Digest.SHA256, leaf(index), other, size, siblings))
                        .isNotEqualTo(only(root));
            }
        }
        for (int i = 0; i < siblings.size(); i++) {
            List<Hash> fewer = new ArrayList<>(siblings);
            fewer.remove(i);
            assertThat(Proof.rootOf(Digest.SHA256, leaf(index), index, size, fewer))
                    .isNotEqualTo(only(root));
        }
        List<Hash> more = new ArrayList<>(siblings);
        more.add(root);
        assertThat(Proof.rootOf(Digest.SHA256, leaf(index), index, size, more)).isEmpty();
    }

    private static Optional<Hash> only(Hash hash) {
        return Optional.of(hash);
    }

    @Test
    void everyTreeIsProvenToBeginEveryLargerOne() {
        for (int size = 0; size <= MOST; size++) {
            for (int before = 0; before <= size; before++) {
                List<Hash> hashes = proof.consistency(before, size);
                assertThat(consistent(before, roots.get(before), size, roots.get(size), hashes))
                        .isTrue();
                if (before > 0) {
                    assertThat(consistent(before, roots.get(before - 1), size, roots.get(size), hashes))
                            .isFalse();
                    assertThat(consistent(before, roots.get(before), size, roots.get((size + 1) % MOST), hashes))
                            .isFalse();
                }
                assertNoChangedProofHolds(before, size, hashes);
            }
        }
    }

    private void assertNoChangedProofHolds(int before, int size, List<Hash> hashes) {
        List<Hash> more = new ArrayList<>(hashes);
        more.add(roots.get(1));
        assertThat(consistent(before, roots.get(before), size, roots.get(size), more))
                .isFalse();
        for (int i = 0; i < hashes.size(); i++) {
            List<Hash> fewer = new ArrayList<>(hashes);
            fewer.remove(i);
            assertThat(consistent(before, roots.get(before), size, roots.get(size), fewer))
                    .isFalse();
            List<Hash> other = new ArrayList<>(hashes);
            other.set(i, roots.get(0));
            assertThat(consistent(before, roots.get(before), size, roots.get(size), other))
                    .isFalse();
        }
    }

    private static boolean consistent(int before, Hash beforeRoot, int size, Hash root, List<Hash> hashes) {
        return Proof.isConsistent(Digest.SHA256, before, beforeRoot, size, root, hashes);
    }

    @Test
    void whatIsNotInTheTreeHasNoProof() {
        assertThatThrownBy(() -> proof.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proof.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Proof.rootOf(Digest.SHA256, leaf(5), 5, 5, List.of())).isEmpty();
    }
}
