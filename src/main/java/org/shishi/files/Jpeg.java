package org.shishi.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG picture, segment by segment (ITU-T T.81 annex B). Only what the picture is made of is copied, untouched; EXIF, XMP,
 * remarks, previews and whatever stands behind the end are left out.
 */
final class Jpeg {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int REMARK = 0xfe;
    private static final String EXIF = "Exif\u0000\u0000";

    private final byte[] file;
    private final ByteArrayOutputStream body;
    private int at = 2;
    private int orientation = Orientation.UPRIGHT;

    Jpeg(byte[] file) {
        this.file = file;
        this.body = new ByteArrayOutputStream(file.length);
    }

    /** What {@link #writeOrientation} wrote into a picture we keep; upright when it wrote nothing. */
    static int orientation(byte[] kept) {
        int from = 2 + 4 + EXIF.length();
        boolean isSaid = kept.length > from + 32 && (kept[2] & 0xff) == 0xff && (kept[3] & 0xff) == APP1;
        return isSaid ? Orientation.of(kept, from, 26) : Orientation.UPRIGHT;
    }

    byte[] stripped() throws Damaged {
        for (int marker = marker(); marker != END; marker = marker()) {
            segment(marker);
            if (marker == SCAN) {
                scan();
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + 64);
        whole.write(0xff);
        whole.write(START);
        if (orientation != Orientation.UPRIGHT) {
            writeOrientation(whole);
        }
        whole.writeBytes(body.toByteArray());
        whole.write(0xff);
        whole.write(END);
        return whole.toByteArray();
    }

    private int marker() throws Damaged {
        if (at(at) != 0xff) {
            throw new Damaged("no marker");
        }
        while (at(at) == 0xff) {
            at++;
        }
        return at(at++);
    }

    private int at(int index) throws Damaged {
        if (index >= file.length) {
            throw new Damaged("ends early");
        }
        return file[index] & 0xff;
    }

    private void segment(int marker) throws Damaged {
        int length = at(at) << 8 | at(at + 1);
        if (length < 2 || at + length > file.length) {
            throw new Damaged("segment too long");
        }
        if (marker == APP1 && says(EXIF)) {
            orientation = Orientation.of(file, at + 2 + EXIF.length(), Math.max(0, length - 2 - EXIF.length()));
        }
        if (isOfThePicture(marker)) {
            body.write(0xff);
            body.write(marker);
            body.write(file, at, length);
        }
        at += length;
    }

    /** Colours depend on JFIF, ICC profile and Adobe's mark; no other application segment is needed to see the picture. */
    private boolean isOfThePicture(int marker) {
        return switch (marker) {
            case APP0 -> says("JFIF\u0000");
            case APP2 -> says("ICC_PROFILE\u0000");
            case APP14 -> says("Adobe");
            case REMARK -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    private boolean says(String name) {
        int end = at + 2 + name.length();
        return end <= file.length && new String(file, at + 2, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    /** The compressed points of the picture, up to the next marker that is no restart. */
    private void scan() throws Damaged {
        int from = at;
        while (at(at) != 0xff || at(at + 1) == 0 || (at(at + 1) >= 0xd0 && at(at + 1) <= 0xd7)) {
            at++;
        }
        body.write(file, from, at - from);
    }

    private void writeOrientation(ByteArrayOutputStream out) {
        byte[] tiff = Orientation.alone(orientation);
        int length = 2 + EXIF.length() + tiff.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) APP1, (byte) (length >> 8), (byte) length});
        out.writeBytes(EXIF.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(tiff);
    }
}
