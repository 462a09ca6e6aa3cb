package org.shishi.shell.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.shell.Trouble;

class LowerUserTest {
    private static final LowerUser NOBODY = new LowerUser(LowerUser.NOBODY, Optional.of("nobody"));

    /** Else the loader of PostgreSQL speaks of libraries it cannot find. */
    @Test
    void aFolderClosedToWhomPostgresRunsAsIsNamed(@TempDir Path folder) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root works as somebody else");
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> NOBODY.requireWayInto(data))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("--data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        assertThatCode(() -> NOBODY.requireWayInto(data)).doesNotThrowAnyException();
    }
}
