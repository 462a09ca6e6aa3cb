package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The right edge of a Merkle tree: the roots of the full subtrees it is made of, largest first, one for each bit set in its
 * size. It is all that is needed to go on appending and to know the root.
 */
public final class Frontier {
    private final Digest digest;
    private final long size;
    private final Hash[] full;

    private Frontier(Digest digest, long size, Hash[] full) {
        this.digest = digest;
        this.size = size;
        this.full = full;
    }

    public static Frontier empty(Digest digest) {
        return new Frontier(digest, 0, new Hash[0]);
    }

    /** Reads what {@link #bytes} wrote. @throws RuntimeException when the bytes are something else */
    public static Frontier of(Digest digest, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long size = buffer.getLong();
        Hash[] full = new Hash[Long.bitCount(size)];
        for (int i = 0; i < full.length; i++) {
            byte[] hash = new byte[Hash.LENGTH];
            buffer.get(hash);
            full[i] = Hash.own(hash);
        }
        if (size < 0 || buffer.hasRemaining()) {
            throw new IllegalArgumentException("not the edge of a tree");
        }
        return new Frontier(digest, size, full);
    }

    /** The size as 8 bytes, then the hashes. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + Hash.LENGTH * full.length);
        buffer.putLong(size);
        for (Hash hash : full) {
            buffer.put(hash.raw());
        }
        return buffer.array();
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    public Digest digest() {
        return digest;
    }

    public Frontier append(Hash leaf) {
        return growing((height, index, hash) -> {}).append(leaf).frontier();
    }

    public Hash root() {
        if (full.length == 0) {
            return Tree.empty(digest);
        }
        Hash root = full[full.length - 1];
        for (int i = full.length - 2; i >= 0; i--) {
            root = Tree.node(digest, full[i], root);
        }
        return root;
    }

    /** A working copy for appending many leaves; it tells of every subtree that becomes full. */
    public Growing growing(Sink sink) {
        return new Growing(this, sink);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier edge
                && digest == edge.digest
                && size == edge.size
                && Arrays.equals(full, edge.full);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(full);
    }

    /** Is told of each full subtree: 2^height leaves, the index-th of its height from the left, from 0. */
    public interface Sink {
        void full(int height, long index, Hash hash);
    }

    /** A frontier that moves; for one batch, on one thread. */
    public static final class Growing {
        private final Digest digest;
        private final Sink sink;
        private final Hash[] byHeight = new Hash[Long.SIZE];
        private long size;

        private Growing(Frontier from, Sink sink) {
            this.digest = from.digest;
            this.sink = sink;
            this.size = from.size;
            int next = 0;
            for (int height = Long.SIZE - 1; height >= 0; height--) {
                if ((size >> height & 1) == 1) {
                    byHeight[height] = from.full[next++];
                }
            }
        }

        public Growing append(Hash leaf) {
            Hash hash = leaf;
            int height = 0;
            for (; (size >> height & 1) == 1; height++) {
                hash = Tree.node(digest, byHeight[height], hash);
                sink.full(height + 1, size >> (height + 1), hash);
            }
            byHeight[height] = hash;
            size++;
            return this;
        }

        public Frontier frontier() {
            Hash[] full = new Hash[Long.bitCount(size)];
            int next = 0;
            for (int height = Long.SIZE - 1; height >= 0; height--) {
                if ((size >> height & 1) == 1) {
                    full[next++] = byHeight[height];
                }
            }
            return new Frontier(digest, size, full);
        }
    }
}
