package org.shishi.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree cut into tiles of 256 hashes (C2SP tlog-tiles): a hash of level L is the root of a full tree of 256^L leaves.
 * Proofs are made from few tiles however large the ledger is. For one proof, on one thread: it keeps the tiles it has read.
 */
public final class Tiles implements Proof.Nodes {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    private static final int HEIGHT = 8;

    private final Digest digest;
    private final Source source;
    private final Map<TilePath, byte[]> read = new HashMap<>();

    /** Gives the hashes of a tile as far as it has grown, one after the other. */
    public interface Source {
        byte[] tile(int level, long index);
    }

    public Tiles(Digest digest, Source source) {
        this.digest = digest;
        this.source = source;
    }

    @Override
    public Hash node(int height, long index) {
        int up = height % HEIGHT;
        return fold(height / HEIGHT, index << up, 1L << up);
    }

    private Hash fold(int level, long from, long count) {
        if (count == 1) {
            return hash(level, from);
        }
        return Tree.node(digest, fold(level, from, count / 2), fold(level, from + count / 2, count / 2));
    }

    private Hash hash(int level, long index) {
        TilePath tile = new TilePath(false, level, index / WIDTH, WIDTH);
        byte[] hashes = read.computeIfAbsent(tile, t -> source.tile(t.level(), t.index()));
        int at = (int) (index % WIDTH) * Hash.LENGTH;
        if (hashes.length < at + Hash.LENGTH) {
            throw new IllegalStateException("tile " + tile.text() + " lacks hash " + index % WIDTH);
        }
        return Hash.own(Arrays.copyOfRange(hashes, at, at + Hash.LENGTH));
    }

    /** How many hashes this tile has in a tree of so many leaves: 0 to 256. */
    public static int width(long size, int level, long index) {
        long hashes = level > 7 ? 0 : size >> (HEIGHT * level);
        return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    /** An entry bundle: each header behind its length as a big-endian 16-bit number. */
    public static byte[] bundle(List<byte[]> headers) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] header : headers) {
            bundle.write(header.length >> 8);
            bundle.write(header.length);
            bundle.writeBytes(header);
        }
        return bundle.toByteArray();
    }
}
