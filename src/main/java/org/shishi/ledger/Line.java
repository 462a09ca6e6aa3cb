package org.shishi.ledger;

/**
 * An entry as it is stored.
 *
 * @param header the bytes that were hashed; not to be changed by whoever holds them
 * @param leaf their leaf hash in the Merkle tree
 */
@SuppressWarnings("ArrayRecordComponent") // read by millions; equality is that of the leaf
public record Line(Entry entry, byte[] header, Hash leaf) {
    /** The line of a new entry. */
    public static Line of(String city, Digest digest, Entry entry) {
        byte[] header = entry.header(city);
        return new Line(entry, header, Tree.leaf(digest, header));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line && leaf.equals(line.leaf);
    }

    @Override
    public int hashCode() {
        return leaf.hashCode();
    }
}
