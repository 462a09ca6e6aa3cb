package org.shishi.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A format, told by the first bytes of a file and never by its name. Only formats every browser shows or plays, and whose
 * hidden particulars we know how to take out.
 */
public enum Kind {
    JPEG(Sort.PHOTO, "image/jpeg", "jpg", "jpeg"),
    PNG(Sort.PHOTO, "image/png", "png"),
    MP3(Sort.RECORDING, "audio/mpeg", "mp3"),
    M4A(Sort.RECORDING, "audio/mp4", "m4a", "mp4", "3gp", "aac"),
    WAV(Sort.RECORDING, "audio/wav", "wav"),
    AMR(Sort.RECORDING, "audio/amr", "amr"),
    OGG(Sort.RECORDING, "audio/ogg", "ogg", "oga", "opus"),
    PDF(Sort.DOCUMENT, "application/pdf", "pdf");

    /** As many first bytes as it takes to tell. */
    public static final int HEAD = 64;

    private static final Set<String> OF_SOUND =
            Set.of("M4A ", "M4B ", "mp42", "mp41", "isom", "iso2", "3gp4", "3gp5", "dash");
    private static final List<String> OF_OGG = List.of("\u0001vorbis", "OpusHead", "Speex");

    private final Sort sort;
    private final String type;
    private final List<String> endings;

    Kind(Sort sort, String type, String... endings) {
        this.sort = sort;
        this.type = type;
        this.endings = List.of(endings);
    }

    public Sort sort() {
        return sort;
    }

    /** The media type it is served as. */
    public String type() {
        return type;
    }

    /** As an entry writes it. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String keyword) {
        return Stream.of(values())
                .filter(kind -> kind.keyword().equals(keyword))
                .findFirst();
    }

    /** Empty when it is none we know. */
    public static Optional<Kind> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        return Stream.of(values()).filter(kind -> kind.isKind(text)).findFirst();
    }

    private boolean isKind(String head) {
        return switch (this) {
            case JPEG -> head.startsWith("\u00ff\u00d8\u00ff");
            case PNG -> head.startsWith("\u0089PNG\r\n\u001a\n");
            case MP3 -> head.startsWith("ID3") || Mp3.isFrame(head);
            case M4A -> head.startsWith("ftyp", 4) && head.length() >= 12 && OF_SOUND.contains(head.substring(8, 12));
            case WAV -> head.startsWith("RIFF") && head.startsWith("WAVE", 8);
            case AMR -> head.startsWith("#!AMR\n") || head.startsWith("#!AMR-WB\n");
            case OGG -> head.startsWith("OggS") && OF_OGG.stream().anyMatch(head::contains);
            case PDF -> head.startsWith("%PDF-");
        };
    }

    /** The name with an ending that says what the file is, whatever its sender called it. */
    String named(String name) {
        boolean isSaid = endings.stream()
                .anyMatch(ending -> name.toLowerCase(Locale.ROOT).endsWith("." + ending));
        return isSaid ? name : name + "." + endings.getFirst();
    }

    /** The file without what is hidden in it: where and with what it was taken, by whom, with which remarks. */
    byte[] stripped(byte[] file) throws Damaged {
        return switch (this) {
            case JPEG -> new Jpeg(file).stripped();
            case PNG -> new Png(file).stripped();
            case MP3 -> new Mp3(file).stripped();
            case M4A -> new M4a(file).stripped();
            case WAV -> new Wav(file).stripped();
            case AMR, OGG, PDF -> Arrays.copyOf(file, file.length);
        };
    }
}
