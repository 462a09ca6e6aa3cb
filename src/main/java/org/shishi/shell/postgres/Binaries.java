package org.shishi.shell.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.shishi.shell.Trouble;

/** The programs of PostgreSQL, unpacked once from the archive on the class path into {@code pg-bin-VERSION}. */
final class Binaries {
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)*)\\.jar");

    private Binaries() {}

    /** The folder that holds bin, lib and share; unpacks it first where it is missing. */
    static Path unpacked(Path under) {
        URL archive = archive();
        Path folder = under.resolve("pg-bin-" + version(archive));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        return folder;
    }

    private static URL archive() {
        URL found = Binaries.class.getClassLoader().getResource(ARCHIVE);
        if (found == null) {
            throw new Trouble("No PostgreSQL comes with this build (" + ARCHIVE
                    + " is missing). Name one of your own with SHISHI_DB_URL, SHISHI_DB_USER, SHISHI_DB_PASSWORD.");
        }
        return found;
    }

    private static String version(URL archive) {
        Matcher name = VERSION.matcher(archive.toString());
        String version = "unknown";
        while (name.find()) {
            version = name.group(1);
        }
        return version;
    }

    /** Into a folder beside it, renamed when complete, so that a half-unpacked one is never taken for whole. */
    private static void unpack(URL archive, Path folder) {
        Path beside = folder.resolveSibling(
                folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, beside);
            }
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void place(InputStream content, TarArchiveEntry entry, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("An archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }
}
