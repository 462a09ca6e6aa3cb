package org.shishi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class KindTest {
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Kind kind(byte[] file) {
        return Kind.of(file).orElseThrow();
    }

    @Test
    void aFileIsWhatItsBytesSayAndNotItsName() {
        assertThat(Kind.of("just words".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Kind.of(new byte[0])).isEmpty();
        assertThat(Kind.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(kind(Pictures.photo(1))).isEqualTo(Kind.JPEG);
        assertThat(kind(Pictures.png())).isEqualTo(Kind.PNG);
        assertThat(kind(Pictures.wav())).isEqualTo(Kind.WAV);
        assertThat(kind(Pictures.pdf(""))).isEqualTo(Kind.PDF);
        assertThat(kind("#!AMR\n....".getBytes(StandardCharsets.UTF_8))).isEqualTo(Kind.AMR);
        assertThat(kind(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64}))
                .isEqualTo(Kind.MP3);
    }

    @Test
    void aPhotographForgetsWhereAndByWhomItWasTaken() throws Exception {
        byte[] sent = Pictures.photo(1);
        byte[] kept = Kind.JPEG.stripped(sent);
        assertThat(text(sent)).contains("Exif", "PhoneCo", "secret", "remark", "behind the end");
        assertThat(text(kept)).doesNotContain("Exif", "PhoneCo", "secret", "remark", "behind the end");
        assertThat(points(kept)).isEqualTo(points(sent));
        assertThat(Kind.JPEG.stripped(kept)).isEqualTo(kept);
    }

    private static int[] points(byte[] picture) throws IOException {
        var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void howTheCameraWasHeldIsKeptAndNothingElse() throws Exception {
        byte[] kept = Kind.JPEG.stripped(Pictures.photo(6));
        assertThat(Jpeg.orientation(kept)).isEqualTo(6);
        assertThat(text(kept)).doesNotContain("PhoneCo", "secret");
        assertThat(Jpeg.orientation(Kind.JPEG.stripped(kept))).isEqualTo(6);
        assertThat(Jpeg.orientation(Kind.JPEG.stripped(Pictures.photo(1)))).isEqualTo(1);
    }

    @Test
    void aDrawingForgetsItsWords() throws Exception {
        byte[] sent = Pictures.png();
        byte[] kept = Kind.PNG.stripped(sent);
        assertThat(text(sent)).contains("secret");
        assertThat(text(kept)).doesNotContain("secret");
        assertThat(points(kept)).isEqualTo(points(sent));
    }

    @Test
    void aRecordingForgetsItsTitle() throws Exception {
        byte[] kept = Kind.WAV.stripped(Pictures.wav());
        assertThat(text(kept)).doesNotContain("INFO");
        assertThat(ByteBuffer.wrap(kept).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(kept.length - 8);
    }

    @Test
    void aRecordingInBoxesForgetsItsPlaceAndKeepsItsLength() throws Exception {
        byte[] sent = m4a("soun");
        byte[] kept = Kind.M4A.stripped(sent);
        assertThat(text(sent)).contains("+35.9+117.7");
        assertThat(text(kept)).doesNotContain("+35.9+117.7").hasSize(sent.length);
        assertThatThrownBy(() -> Kind.M4A.stripped(m4a("vide"))).isInstanceOf(Damaged.class);
    }

    private static byte[] m4a(String handler) {
        byte[] said = box("hdlr", "\0\0\0\0\0\0\0\0" + handler + "\0\0\0\0\0\0\0\0\0\0\0\0\0");
        byte[] track = box("trak", text(box("mdia", text(said))));
        byte[] place = box("udta", text(box("\u00a9xyz", "+35.9+117.7")));
        return (text(box("ftyp", "M4A \0\0\0\0"))
                        + text(box("moov", text(track) + text(place)))
                        + text(box("mdat", "....")))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] box(String name, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put((name + content).getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    @Test
    void halfAFileIsRefused() {
        for (byte[] file : new byte[][] {Pictures.photo(1), Pictures.png()}) {
            byte[] half = Arrays.copyOf(file, file.length / 2);
            assertThatThrownBy(() -> kind(half).stripped(half)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void nothingThatIsSentBreaksTheReading() {
        for (byte[] file : new byte[][] {Pictures.photo(6), Pictures.png(), Pictures.wav(), m4a("soun")}) {
            for (int at = 8; at < Math.min(file.length, 700); at++) {
                byte[] bent = file.clone();
                bent[at] = (byte) ~bent[at];
                readOrRefused(bent);
                readOrRefused(Arrays.copyOf(file, at));
            }
        }
    }

    private static void readOrRefused(byte[] file) {
        try {
            if (Kind.of(file).isPresent()) {
                kind(file).stripped(file);
            }
        } catch (Damaged e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Test
    void aDocumentThatRunsSomethingIsRefused() {
        assertThat(Pdf.find(Pictures.pdf(""))).isEmpty();
        assertThat(Pdf.find(Pictures.pdf("/OpenAction << /S /JavaScript /JS (x) >>")))
                .contains(Unfit.ACTIVE);
        assertThat(Pdf.find(Pictures.pdf("/OpenAction << /S /J#61vaScript >>"))).contains(Unfit.ACTIVE);
        assertThat(Pdf.find(Pictures.pdf("/A << /S /Launch /F (cmd.exe) >>"))).contains(Unfit.ACTIVE);
        assertThat(Pdf.find(Pictures.pdf("/Encrypt 3 0 R"))).contains(Unfit.LOCKED);
        assertThat(Pdf.find("%PDF-1.4 half".getBytes(StandardCharsets.US_ASCII)))
                .contains(Unfit.DAMAGED);
    }

    @Test
    void whatIsPackedIntoADocumentIsLookedAtToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write("1 0 << /S /JavaScript >>".getBytes(StandardCharsets.US_ASCII));
        }
        String stream = ">>\nendobj\n5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
                + packed.toString(StandardCharsets.ISO_8859_1) + "\nendstream\nendobj\n6 0 obj\n<<";
        assertThat(Pdf.find(Pictures.pdf(stream))).contains(Unfit.ACTIVE);
    }

    @Test
    void aNameIsOneLineWithoutFoldersAndSaysWhatTheFileIs() {
        assertThat(Uploads.clean("C:\\fakepath\\井盖 1.jpg")).isEqualTo("井盖 1.jpg");
        assertThat(Uploads.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.clean("a\u202egpj.exe\n")).isEqualTo("agpj.exe");
        assertThat(Uploads.clean(" \u0000 ")).isEqualTo("file");
        assertThat(Uploads.clean("照".repeat(300))).hasSize(100);
        assertThat(Kind.JPEG.named("x.exe")).isEqualTo("x.exe.jpg");
        assertThat(Kind.JPEG.named("X.JPG")).isEqualTo("X.JPG");
    }

    @Test
    void aFactNamesFilesLineByLine() {
        Attachment one = new Attachment("a".repeat(64), Kind.JPEG, 204_800, "井盖 前.jpg");
        Attachment other = new Attachment("b".repeat(64), Kind.PDF, 9, "a.pdf");
        assertThat(Attachment.list(one.line() + "\n" + other.line())).containsExactly(one, other);
        assertThat(Attachment.list("现场照片 3 张")).isEmpty();
    }
}
