package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.shishi.shell.Trouble;

/** A lock on a file of the data folder. The system gives it back when its holder dies, however it dies. */
public final class Lock implements AutoCloseable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    static Lock alone(Path file) {
        return take(file, false, true).orElseThrow();
    }

    static Lock together(Path file) {
        return take(file, true, true).orElseThrow();
    }

    /** Empty where another program holds it. */
    public static Optional<Lock> findAlone(Path file) {
        return take(file, false, false);
    }

    private static Optional<Lock> take(Path file, boolean shared, boolean wait) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = wait
                    ? Optional.of(channel.lock(0, Long.MAX_VALUE, shared))
                    : Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(held -> new Lock(channel));
        } catch (OverlappingFileLockException e) {
            throw new Trouble(file + " is already in use inside this same program.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
