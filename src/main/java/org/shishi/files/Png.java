package org.shishi.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG picture, chunk by chunk: words, times, EXIF and chunks nobody knows are left out. */
final class Png {
    private static final int SIGNATURE = 8;
    /** Length, name and checksum around the content. */
    private static final int AROUND = 12;

    private static final String EXIF = "eXIf";
    private static final String END = "IEND";
    private static final Set<String> OF_THE_PICTURE = Set.of(
            "IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    private final byte[] file;
    private final ByteBuffer read;
    private final ByteBuffer kept;

    Png(byte[] file) {
        this.file = file;
        this.read = ByteBuffer.wrap(file);
        this.kept = ByteBuffer.allocate(file.length + 64);
    }

    byte[] stripped() throws Damaged {
        kept.put(file, 0, SIGNATURE);
        String name = "";
        for (int at = SIGNATURE; !name.equals(END); ) {
            if (at + AROUND > file.length) {
                throw new Damaged("ends early");
            }
            int length = read.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                throw new Damaged("chunk too long");
            }
            name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunk(name, at, length);
            at += length + AROUND;
        }
        byte[] whole = new byte[kept.position()];
        kept.flip().get(whole);
        return whole;
    }

    private void chunk(String name, int at, int length) throws Damaged {
        if (sum(file, at + 4, length + 4) != read.getInt(at + 8 + length)) {
            throw new Damaged("a checksum does not fit");
        }
        if (OF_THE_PICTURE.contains(name)) {
            kept.put(file, at, length + AROUND);
        } else if (name.equals(EXIF)) {
            orientation(Orientation.of(file, at + 8, length));
        }
    }

    private void orientation(int said) {
        if (said != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.alone(said);
            ByteBuffer named = ByteBuffer.allocate(4 + tiff.length)
                    .put(EXIF.getBytes(StandardCharsets.ISO_8859_1))
                    .put(tiff);
            kept.putInt(tiff.length).put(named.array()).putInt(sum(named.array(), 0, named.capacity()));
        }
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
