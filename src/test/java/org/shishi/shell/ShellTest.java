package org.shishi.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.Shishi;
import org.shishi.procedure.PackError;

class ShellTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void helpIsThereForEveryCommand() {
        assertThat(run("help")).isZero();
        for (String command : new String[] {"run", "token", "export", "verify", "backup", "restore"}) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
    }

    @Test
    void wrongUseIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("runn")).isEqualTo(2);
        assertThat(run("run", "--port", "eighty")).isEqualTo(2);
        assertThat(run("backup")).isEqualTo(2);
        assertThat(run("token")).isEqualTo(2);
    }

    @Test
    void aMistypedFolderDoesNotBecomeANewOffice() {
        Path nowhere = temp.resolve("nowhere");
        assertThat(run("verify", "--data", nowhere.toString())).isEqualTo(1);
        assertThat(run(
                        "export",
                        "--data",
                        nowhere.toString(),
                        temp.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(run(
                        "backup",
                        "--data",
                        nowhere.toString(),
                        temp.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path there = Files.writeString(temp.resolve("there"), "kept");
        assertThat(run("backup", there.toString())).isEqualTo(1);
        assertThat(run("export", there.toString())).isEqualTo(1);
        assertThat(run("restore", there.toString(), "--data", temp.toString())).isEqualTo(1);
        assertThat(there).hasContent("kept");
    }

    @Test
    void whatThePersonAtTheTerminalCanMendIsSaidInPlainWords() {
        Exception deep = new IllegalStateException("bean", new RuntimeException(new PackError("appeal.yaml:3: …")));
        assertThat(Explained.words(deep)).contains("appeal.yaml:3: …");
        assertThat(Explained.words(new IllegalStateException("a bug"))).isEmpty();
    }

    private static int run(String... arguments) {
        return Shell.run(new Program(Shishi.class), arguments);
    }
}
