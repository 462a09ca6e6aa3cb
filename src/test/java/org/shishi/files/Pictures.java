package org.shishi.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files for tests: pictures as a telephone takes them, with all it notes beside them. */
public final class Pictures {
    private Pictures() {}

    /** The left half red, the right half blue. */
    public static byte[] plain(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph that says where it was taken, by whom, and how the camera was held. */
    public static byte[] photo(int orientation) {
        byte[] jpeg = plain("jpg", 640, 480);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xe1, join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation)));
        segment(
                out,
                0xe1,
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>".getBytes(StandardCharsets.UTF_8));
        segment(out, 0xfe, "remark of the camera".getBytes(StandardCharsets.UTF_8));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes("behind the end".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** Orientation, maker, and a place: 35°54′N. */
    private static byte[] exif(int orientation) {
        byte[] bytes = new byte[160];
        ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 3);
        field(tiff, 0x010f, 2, 8, 60);
        field(tiff, 0x0112, 3, 1, orientation);
        field(tiff, 0x8825, 4, 1, 70);
        tiff.putInt(0).position(60).put("PhoneCo".getBytes(StandardCharsets.ISO_8859_1));
        tiff.position(70).putShort((short) 2);
        field(tiff, 1, 2, 2, 'N');
        field(tiff, 2, 5, 3, 110);
        tiff.position(110).putInt(35).putInt(1).putInt(54).putInt(1).putInt(0).putInt(1);
        return bytes;
    }

    private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** With words in it. */
    public static byte[] png() {
        byte[] png = plain("png", 64, 48);
        byte[] text = "tEXtAuthor\0secret".getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(text);
        int header = 8 + 25;
        return ByteBuffer.allocate(png.length + text.length + 8)
                .put(png, 0, header)
                .putInt(text.length - 4)
                .put(text)
                .putInt((int) sum.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    /** A second of silence, with a title. */
    public static byte[] wav() {
        byte[] title = "LIST\u0010\0\0\0INFOINAM\u0004\0\0\0abcd".getBytes(StandardCharsets.ISO_8859_1);
        int sound = 8000;
        return ByteBuffer.allocate(44 + title.length + sound)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(36 + title.length + sound)
                .put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(title)
                .put("data".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(sound)
                .array();
    }

    /** @param more between the braces of its catalogue */
    public static byte[] pdf(String more) {
        return ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + more + " >>\nendobj\n"
                        + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
