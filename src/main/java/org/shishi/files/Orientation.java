package org.shishi.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which way up a photograph is (EXIF tag 0x0112, 1 to 8): all that stays of what a camera notes beside its picture. */
final class Orientation {
    static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int IFD_AT = 8;
    private static final int FIELD = 12;
    private static final int LENGTH = 26;

    private Orientation() {}

    /** What a TIFF structure says; upright when it says nothing, or nothing that can be read. */
    static int of(byte[] bytes, int from, int length) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(bytes, from, length).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int ifd = tiff.getInt(4);
            int fields = tiff.getShort(ifd) & 0xffff;
            for (int i = 0; i < fields; i++) {
                int at = ifd + 2 + i * FIELD;
                if ((tiff.getShort(at) & 0xffff) == TAG) {
                    int said = tiff.getShort(at + 8) & 0xffff;
                    return said >= 1 && said <= 8 ? said : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // says nothing that can be read
        }
        return UPRIGHT;
    }

    /** A TIFF structure that says this and nothing else. */
    static byte[] alone(int orientation) {
        return ByteBuffer.allocate(LENGTH)
                .put("MM\u0000*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(IFD_AT)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** How a picture so wide and so high is turned to stand upright. */
    static AffineTransform turn(int orientation, double wide, double high) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
            default -> new AffineTransform();
        };
    }
}
