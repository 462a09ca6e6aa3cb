package org.shishi.ledger;

import java.security.MessageDigest;
import java.util.Arrays;

/** The SM3 hash of GB/T 32905-2016, as the JDK has none; names follow the standard. */
final class Sm3 extends MessageDigest {
    private static final int BLOCK = 64;
    private static final int[] IV = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    private final int[] v = IV.clone();
    private final int[] w = new int[68];
    private final byte[] block = new byte[BLOCK];
    private long length;

    Sm3() {
        super("SM3");
    }

    @Override
    protected void engineUpdate(byte input) {
        block[(int) (length++ % BLOCK)] = input;
        if (length % BLOCK == 0) {
            compress(block, 0);
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            if (length % BLOCK == 0 && end - at >= BLOCK) {
                compress(input, at);
                length += BLOCK;
                at += BLOCK;
            } else {
                engineUpdate(input[at++]);
            }
        }
    }

    @Override
    protected byte[] engineDigest() {
        long bits = length * 8;
        engineUpdate((byte) 0x80);
        while (length % BLOCK != BLOCK - 8) {
            engineUpdate((byte) 0);
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            engineUpdate((byte) (bits >>> shift));
        }
        byte[] hash = new byte[Hash.LENGTH];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (v[i / 4] >>> (24 - 8 * (i % 4)));
        }
        engineReset();
        return hash;
    }

    @Override
    protected void engineReset() {
        System.arraycopy(IV, 0, v, 0, IV.length);
        Arrays.fill(block, (byte) 0);
        length = 0;
    }

    @Override
    protected int engineGetDigestLength() {
        return Hash.LENGTH;
    }

    private void compress(byte[] from, int offset) {
        expand(from, offset);
        int[] x = v.clone();
        for (int j = 0; j < 64; j++) {
            round(x, j);
        }
        for (int i = 0; i < 8; i++) {
            v[i] ^= x[i];
        }
    }

    private void expand(byte[] from, int offset) {
        for (int j = 0; j < 16; j++) {
            int at = offset + 4 * j;
            w[j] = from[at] << 24 | (from[at + 1] & 255) << 16 | (from[at + 2] & 255) << 8 | (from[at + 3] & 255);
        }
        for (int j = 16; j < 68; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            int p1 = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
            w[j] = p1 ^ Integer.rotateLeft(w[j - 13], 7) ^ w[j - 6];
        }
    }

    /** One round; x holds A to H. */
    private void round(int[] x, int j) {
        int a = x[0];
        int e = x[4];
        int a12 = Integer.rotateLeft(a, 12);
        int ss1 = Integer.rotateLeft(a12 + e + Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j), 7);
        int ff = j < 16 ? a ^ x[1] ^ x[2] : (a & x[1]) | (a & x[2]) | (x[1] & x[2]);
        int gg = j < 16 ? e ^ x[5] ^ x[6] : (e & x[5]) | (~e & x[6]);
        int tt1 = ff + x[3] + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
        int tt2 = gg + x[7] + ss1 + w[j];
        x[3] = x[2];
        x[2] = Integer.rotateLeft(x[1], 9);
        x[1] = a;
        x[0] = tt1;
        x[7] = x[6];
        x[6] = Integer.rotateLeft(x[5], 19);
        x[5] = e;
        x[4] = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
    }
}
