package org.shishi.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files by the hash of their bytes: {@code files/ab/cdef…}. What is there never changes, and the same picture sent twice is
 * kept once.
 */
public final class FileStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String NEW = ".new";
    private final Path folder;
    private final Path thumbs;

    private FileStore(Path folder, Path thumbs) {
        this.folder = folder;
        this.thumbs = thumbs;
    }

    /** The store of an office, in {@code files} of its data folder; small pictures lie in {@code thumbs}. */
    public static FileStore in(Path data) {
        return new FileStore(data.resolve("files"), data.resolve("thumbs"));
    }

    /** The hash a file with these bytes is kept under. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path path(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    /** Empty when there is none, or when it is no hash at all. */
    public Optional<Path> find(String hash) {
        return Optional.of(hash)
                .filter(said -> HASH.matcher(said).matches())
                .map(this::path)
                .filter(Files::isRegularFile);
    }

    /** Keeps these bytes, durably, and answers their hash. Whoever looks sees all of them or nothing. */
    public synchronized String keep(byte[] bytes, Instant now) {
        String hash = hash(bytes);
        Path file = path(hash);
        try {
            if (!Files.isRegularFile(file)) {
                write(bytes, file);
            }
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a file", e);
        }
        return hash;
    }

    private static void write(byte[] bytes, Path file) throws IOException {
        Path shelf = Files.createDirectories(file.resolveSibling("."));
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + NEW);
        try (FileChannel out = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(shelf, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Keeps it for longer. */
    synchronized void touch(String hash, Instant now) {
        try {
            Optional<Path> file = find(hash);
            if (file.isPresent()) {
                Files.setLastModifiedTime(file.get(), FileTime.from(now));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether its bytes are still those it is named after. */
    public boolean isWhole(String hash) {
        try {
            Optional<Path> file = find(hash);
            return file.isPresent() && hash(Files.readAllBytes(file.get())).equals(hash);
        } catch (IOException e) {
            return false;
        }
    }

    /** The hashes of what was last sent before a moment. */
    public List<String> listBefore(Instant moment) {
        return walk(moment)
                .map(file -> folder.relativize(file).toString().replaceAll("[/\\\\]", ""))
                .filter(name -> HASH.matcher(name).matches())
                .toList();
    }

    private Stream<Path> walk(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isBefore(file, moment)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBefore(Path file, Instant moment) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }

    /** Where the small picture of a photograph is kept, or would be. */
    Path thumb(String hash) {
        return thumbs.resolve(hash.substring(0, 2)).resolve(hash.substring(2) + ".jpg");
    }

    /** Throws a file away, unless it was sent again since that moment. */
    public synchronized void drop(String hash, Instant unlessSince) {
        if (find(hash).filter(file -> isBefore(file, unlessSince)).isPresent()) {
            drop(hash);
        }
    }

    /** Throws a file away, and its small picture. */
    public synchronized void drop(String hash) {
        try {
            Files.deleteIfExists(path(hash));
            Files.deleteIfExists(thumb(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what was begun before a moment and never finished: the power went. */
    public void dropUnfinished(Instant before) {
        walk(before).filter(file -> file.toString().endsWith(NEW)).forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
