package org.shishi.shell.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shishi.people.DivisionList;
import org.shishi.people.People;

/** Takes in a list of townships and villages. */
public record DivisionImport(People people, ImportWords words, PrintStream out) {

    /** Gives the exit code: 0 when every row went in, 1 when some did not. */
    public int run(Path file) throws IOException {
        DivisionList list = people.importDivisions(Files.readAllBytes(file));
        out.println(words.get(
                "divisions",
                list.added().size(),
                list.changed().size(),
                list.same(),
                list.bad().size()));
        list.bad().forEach(bad -> out.println("  " + bad.inWords(words.locale())));
        return list.bad().isEmpty() ? 0 : 1;
    }
}
