package org.shishi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proofs over the Merkle tree: that a leaf is in it (RFC 9162 section 2.1.3) and that it only ever grew (2.1.4). Indexes
 * count from 0: a leaf's index is its entry's position − 1.
 */
public final class Proof {
    private final Digest digest;
    private final Nodes nodes;

    /** Where the maker of a proof finds the roots of full subtrees: 2^height leaves, the index-th of its height. */
    public interface Nodes {
        Hash node(int height, long index);
    }

    public Proof(Digest digest, Nodes nodes) {
        this.digest = digest;
        this.nodes = nodes;
    }

    /** The siblings on the way from a leaf to the root of the first {@code size} leaves, lowest first. */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return List.copyOf(proof);
    }

    private void path(long index, long from, long size, List<Hash> proof) {
        if (size == 1) {
            return;
        }
        long k = Long.highestOneBit(size - 1);
        if (index < k) {
            path(index, from, k, proof);
            proof.add(root(from + k, size - k));
        } else {
            path(index - k, from + k, size - k, proof);
            proof.add(root(from, k));
        }
    }

    /** What shows that the tree of {@code before} leaves is the beginning of the tree of {@code size}. */
    public List<Hash> consistency(long before, long size) {
        if (before < 0 || before > size) {
            throw new IllegalArgumentException("a tree of " + before + " does not begin a tree of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        if (before > 0) {
            subproof(before, 0, size, true, proof);
        }
        return List.copyOf(proof);
    }

    private void subproof(long before, long from, long size, boolean known, List<Hash> proof) {
        long k = size == 1 ? 0 : Long.highestOneBit(size - 1);
        if (before == size) {
            if (!known) {
                proof.add(root(from, size));
            }
        } else if (before <= k) {
            subproof(before, from, k, known, proof);
            proof.add(root(from + k, size - k));
        } else {
            subproof(before - k, from + k, size - k, false, proof);
            proof.add(root(from, k));
        }
    }

    /** Root over leaves that begin where a full subtree of at least their number may begin. */
    private Hash root(long from, long size) {
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return nodes.node(height, from >> height);
        }
        long k = Long.highestOneBit(size);
        return Tree.node(digest, root(from, k), root(from + k, size - k));
    }

    /** The root that a leaf and its siblings amount to; empty when they are not as many as such a tree has. */
    public static Optional<Hash> rootOf(Digest digest, Hash leaf, long index, long size, List<Hash> siblings) {
        long at = index;
        long last = size - 1;
        Hash root = leaf;
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        for (Hash sibling : siblings) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = Tree.node(digest, sibling, root);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                root = Tree.node(digest, root, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Does the proof show that the tree with the first root is the beginning of the tree with the second? */
    public static boolean isConsistent(
            Digest digest, long before, Hash beforeRoot, long size, Hash root, List<Hash> proof) {
        if (before == 0 || before == size) {
            return proof.isEmpty()
                    && before <= size
                    && (before == 0 ? beforeRoot.equals(Tree.empty(digest)) : root.equals(beforeRoot));
        }
        boolean whole = Long.bitCount(before) == 1;
        if (before < 0 || before > size || (proof.isEmpty() && !whole)) {
            return false;
        }
        Hash first = whole ? beforeRoot : proof.getFirst();
        return new Climb(digest, before - 1, size - 1, first)
                .along(whole ? proof : proof.subList(1, proof.size()), beforeRoot, root);
    }

    /** The two roots as they are rebuilt side by side. */
    private static final class Climb {
        private final Digest digest;
        private long at;
        private long last;
        private Hash before;
        private Hash after;

        Climb(Digest digest, long at, long last, Hash first) {
            int up = Long.numberOfTrailingZeros(~at);
            this.digest = digest;
            this.at = at >> up;
            this.last = last >> up;
            this.before = first;
            this.after = first;
        }

        boolean along(List<Hash> proof, Hash beforeRoot, Hash root) {
            for (Hash hash : proof) {
                if (last == 0) {
                    return false;
                }
                step(hash);
            }
            return last == 0 && before.equals(beforeRoot) && after.equals(root);
        }

        private void step(Hash hash) {
            if ((at & 1) == 1 || at == last) {
                before = Tree.node(digest, hash, before);
                after = Tree.node(digest, hash, after);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                after = Tree.node(digest, after, hash);
            }
            at >>= 1;
            last >>= 1;
        }
    }
}
