package org.shishi.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A WAVE recording (RIFF), chunk by chunk: titles, places and remarks are left out. */
final class Wav {
    private static final int HEAD = 12;
    private static final Set<String> OF_THE_SOUND = Set.of("fmt ", "fact", "data");

    private final byte[] file;
    private final ByteBuffer read;

    Wav(byte[] file) {
        this.file = file;
        this.read = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] stripped() throws Damaged {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        boolean sounds = false;
        for (int at = HEAD; at + 8 <= file.length; ) {
            String name = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int rest = file.length - at - 8;
            int length = length(read.getInt(at + 4), rest);
            sounds = sounds || (name.equals("data") && length > 0);
            if (OF_THE_SOUND.contains(name)) {
                write(kept, at, length);
            }
            at += 8 + length + (length & 1);
        }
        if (!sounds) {
            throw new Damaged("no sound");
        }
        return headed(kept.toByteArray());
    }

    /** A recorder that was switched off before it wrote the length leaves none, or one too long: the rest is meant. */
    private static int length(int said, int rest) {
        return said < 0 || said > rest ? rest : said;
    }

    private void write(ByteArrayOutputStream kept, int at, int length) {
        kept.write(file, at, 4);
        kept.writeBytes(little(length));
        kept.write(file, at + 8, length);
        if ((length & 1) == 1) {
            kept.write(0);
        }
    }

    private static byte[] headed(byte[] chunks) {
        return ByteBuffer.allocate(HEAD + chunks.length)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .put(little(chunks.length + 4))
                .put("WAVE".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
