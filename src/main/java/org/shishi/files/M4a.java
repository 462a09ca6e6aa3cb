package org.shishi.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A recording in MPEG-4 boxes (ISO 14496-12). The boxes with titles, places and remarks become free space of the same
 * length, so that everything else stays where it was.
 */
final class M4a {
    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia");
    private static final Set<String> REMARKS = Set.of("udta", "meta", "uuid");
    private static final int HANDLER_AT = 16;

    private final byte[] file;
    private boolean sounds;

    M4a(byte[] file) {
        this.file = Arrays.copyOf(file, file.length);
    }

    byte[] stripped() throws Damaged {
        boxes(0, file.length);
        if (!sounds) {
            throw new Damaged("no sound");
        }
        return file;
    }

    private void boxes(int from, int to) throws Damaged {
        ByteBuffer read = ByteBuffer.wrap(file);
        for (int at = from; at + 8 <= to; ) {
            long said = read.getInt(at) & 0xffff_ffffL;
            long length = said == 0 ? to - at : said == 1 && at + 16 <= to ? read.getLong(at + 8) : said;
            if (length < 8 || length > to - at) {
                throw new Damaged("box too long");
            }
            box(at, at + (int) length, said == 1 ? 16 : 8);
            at += (int) length;
        }
    }

    private void box(int at, int to, int head) throws Damaged {
        String name = name(at + 4);
        if (HOLDERS.contains(name)) {
            boxes(at + head, to);
        } else if (REMARKS.contains(name)) {
            System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, file, at + 4, 4);
            Arrays.fill(file, at + head, to, (byte) 0);
        } else if (name.equals("hdlr") && to - at >= HANDLER_AT + 4) {
            handler(name(at + HANDLER_AT));
        }
    }

    private String name(int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Pictures that move are no recording of a voice. */
    private void handler(String of) throws Damaged {
        if (of.equals("vide")) {
            throw new Damaged("moving pictures");
        }
        sounds = sounds || of.equals("soun");
    }
}
