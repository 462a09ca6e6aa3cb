package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded database of one data folder. Several programs may have it open (a running server and a command): the
 * first starts it, the last one stops it. One left behind by a killed program is taken over.
 */
public final class Postgres implements AutoCloseable {
    private static final String STARTING = "postgres.starting";
    private static final String USING = "postgres.using";

    private final Path data;
    private final Cluster cluster;
    private final Lock using;
    private final Access access;
    private final Keeper keeper;

    private Postgres(Path data, Cluster cluster, Lock using, Access access) {
        this.data = data;
        this.cluster = cluster;
        this.using = using;
        this.access = access;
        this.keeper = Keeper.watching(() -> keepRunning(data, cluster));
    }

    /** Starts it, or joins it where it runs; the binaries are kept in the data folder. */
    public static Postgres open(Path data) {
        return open(data, data);
    }

    /** The same with the binaries in a folder that several data folders share. */
    public static Postgres open(Path data, Path binaries) {
        Path folder = real(data);
        Path programs = Binaries.unpacked(real(binaries));
        try (Lock _ = Lock.alone(folder.resolve(STARTING))) {
            Lock using = Lock.together(folder.resolve(USING));
            try {
                return joined(folder, programs, using);
            } catch (RuntimeException e) {
                using.close();
                throw e;
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Postgres joined(Path data, Path programs, Lock using) {
        LowerUser user = LowerUser.find();
        user.requireWayInto(data);
        user.requireWayInto(programs);
        Foundation foundation = new Foundation(data, programs, user);
        Cluster cluster = foundation.cluster();
        int port = running(data, cluster);
        return new Postgres(data, cluster, using, foundation.access(port));
    }

    private static int running(Path data, Cluster cluster) {
        return Postmaster.find(cluster.folder()).map(Postmaster::port).orElseGet(() -> {
            int port = Port.keptIn(data);
            cluster.start(port);
            return port;
        });
    }

    /** A database killed under a running program comes back on the same port; the pool then finds it again. */
    private static void keepRunning(Path data, Cluster cluster) {
        if (Postmaster.find(cluster.folder()).isEmpty()) {
            try (Lock _ = Lock.alone(data.resolve(STARTING))) {
                running(data, cluster);
            }
        }
    }

    public Access access() {
        return access;
    }

    /** Stops the database unless another program still has it open. */
    @Override
    public void close() {
        keeper.close();
        try (Lock _ = Lock.alone(data.resolve(STARTING))) {
            using.close();
            Lock.findAlone(data.resolve(USING)).ifPresent(this::stop);
        }
    }

    private void stop(Lock last) {
        try (last) {
            cluster.stop();
        }
    }
}
