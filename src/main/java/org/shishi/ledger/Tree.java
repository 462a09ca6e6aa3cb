package org.shishi.ledger;

/** The hashing of the Merkle tree, RFC 6962 section 2.1: leaves and nodes are told apart by a first byte. */
public final class Tree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Tree() {}

    /** Root of a tree of no leaves. */
    public static Hash empty(Digest digest) {
        return digest.hash();
    }

    public static Hash leaf(Digest digest, byte[] header) {
        return digest.hash(LEAF, header);
    }

    public static Hash node(Digest digest, Hash left, Hash right) {
        return digest.hash(NODE, left.raw(), right.raw());
    }
}
