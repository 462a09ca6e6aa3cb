package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL that runs on our cluster, found by its pid file and checked against {@code /proc}: the number may
 * meanwhile belong to another program, and a killed one may linger as a zombie.
 */
record Postmaster(long pid, int port) {
    private static final Path PROC = Path.of("/proc");

    static Optional<Postmaster> find(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            Postmaster found = new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()));
            return worksIn(cluster, found.pid()) ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Every live PostgreSQL process of this cluster, the postmaster's workers too: they all stand in its folder. */
    static List<Long> processesIn(Path cluster) {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> worksIn(cluster, pid))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean worksIn(Path cluster, long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            return isAlive(process)
                    && Files.readSymbolicLink(process.resolve("exe")).toString().contains("/bin/postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isAlive(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        char state = stat.charAt(stat.lastIndexOf(')') + 2);
        return state != 'Z' && state != 'X';
    }
}
