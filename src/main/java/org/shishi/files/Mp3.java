package org.shishi.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An MP3 recording without the tags before and behind it (ID3v2, ID3v1). */
final class Mp3 {
    private static final int TAG_HEAD = 10;
    private static final int OLD_TAG = 128;

    private final byte[] file;

    Mp3(byte[] file) {
        this.file = file;
    }

    /** Whether a frame of MPEG audio, layer III, may begin here. */
    static boolean isFrame(String head) {
        return head.length() >= 4
                && head.charAt(0) == 0xff
                && (head.charAt(1) & 0xe6) == 0xe2
                && (head.charAt(1) & 0x18) != 0x08
                && (head.charAt(2) & 0xf0) != 0xf0
                && (head.charAt(2) & 0x0c) != 0x0c;
    }

    byte[] stripped() throws Damaged {
        int from = 0;
        while (says("ID3", from)) {
            from += TAG_HEAD + length(from + 6) + ((at(from + 5) & 0x10) == 0 ? 0 : TAG_HEAD);
        }
        int to = file.length >= OLD_TAG && says("TAG", file.length - OLD_TAG) ? file.length - OLD_TAG : file.length;
        if (to - from < 4 || !isFrame(new String(file, from, 4, StandardCharsets.ISO_8859_1))) {
            throw new Damaged("no sound");
        }
        return Arrays.copyOfRange(file, from, to);
    }

    private boolean says(String name, int at) {
        return at >= 0
                && at + TAG_HEAD <= file.length
                && new String(file, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    /** Four bytes of seven bits each. */
    private int length(int at) {
        return at(at) << 21 | at(at + 1) << 14 | at(at + 2) << 7 | at(at + 3);
    }

    private int at(int index) {
        return file[index] & 0x7f;
    }
}
