package org.shishi.shell.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shishi.shell.Trouble;

/**
 * PostgreSQL refuses to run as root. As root we run it in a user namespace of its own ({@code unshare -U}), where the
 * same files belong to a nobody; where the machine forbids that, as the user {@code nobody}, who is then given the files.
 */
record LowerUser(List<String> prefix, Optional<String> owner) {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    static final List<String> NOBODY = List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    static LowerUser find() {
        if (!isRoot()) {
            return new LowerUser(List.of(), Optional.empty());
        }
        if (works(NAMESPACE)) {
            return new LowerUser(NAMESPACE, Optional.of("root"));
        }
        if (works(NOBODY)) {
            return new LowerUser(NOBODY, Optional.of("nobody"));
        }
        throw new Trouble("PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here."
                + " Install util-linux or run Shishi as another user.");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            return Tool.exitOf(prefix, List.of("true")) == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /** @throws Trouble when whoever runs PostgreSQL cannot enter a folder: what lies above it may be open to root alone */
    void requireWayInto(Path folder) {
        if (owner.isPresent() && Tool.exitOf(prefix, List.of("test", "-x", folder.toString())) != 0) {
            throw new Trouble("PostgreSQL does not run as root, and whom it runs as here instead cannot enter " + folder
                    + ". Name a data folder open to it with --data, or run Shishi as another user.");
        }
    }

    /** Makes the file, or the folder with all it holds, theirs who runs PostgreSQL. */
    void give(Path file) {
        owner.filter(name -> !name.equals(ownerOf(file)))
                .ifPresent(name -> Tool.run(List.of(), List.of("chown", "-R", name, file.toString())));
    }

    private static String ownerOf(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
