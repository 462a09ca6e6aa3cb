package org.shishi.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A file of keys that only its owner may read (mode 600), made once and never written again. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** The lines of the file, made first when there is none. @throws IllegalStateException when others may read it */
    static List<String> lines(Path file, Supplier<List<String>> make) {
        try {
            if (!Files.exists(file)) {
                write(file, make.get());
            }
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER);
            if (!others.isEmpty()) {
                throw new IllegalStateException("others may read the keys in " + file + ": chmod 600 it");
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file, e);
        }
    }

    /** Written aside and linked into place: whoever comes second, even on another node, keeps the first one's keys. */
    private static void write(Path file, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(folder, "key", ".new", PosixFilePermissions.asFileAttribute(OWNER));
        try {
            Files.write(aside, lines);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // the other's keys are as good
        } finally {
            Files.delete(aside);
        }
    }
}
