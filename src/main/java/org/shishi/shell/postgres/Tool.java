package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.shell.Trouble;

/** Runs one program of the machine to its end. */
final class Tool {
    /**
     * To the C library: keep what is freed, up to 64 MB. A batch of acts is a message of a megabyte; memory given back after
     * each is taken, cleared and mapped page by page for the next, half of all pages the writing process touched.
     */
    private static final Map<String, String> KEPT_MEMORY = Map.of(
            "MALLOC_TRIM_THRESHOLD_", "67108864",
            "MALLOC_MMAP_THRESHOLD_", "33554432",
            "MALLOC_TOP_PAD_", "4194304");

    private Tool() {}

    /** Runs it and stops with its own words when it fails. */
    static void run(List<String> prefix, List<String> command) {
        try {
            Process process = start(prefix, command);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (await(process) != 0) {
                throw new Trouble(command.getFirst() + " failed: " + said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int exitOf(List<String> prefix, List<String> command) {
        try {
            Process process = start(prefix, command);
            process.getInputStream().readAllBytes();
            return await(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> prefix, List<String> command) throws IOException {
        List<String> whole = Stream.concat(prefix.stream(), command.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(KEPT_MEMORY);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new Trouble("Interrupted while waiting for a program of the machine.", e);
        }
    }
}
