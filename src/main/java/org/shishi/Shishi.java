package org.shishi;

import org.shishi.shell.Program;
import org.shishi.shell.Shell;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the program begins. */
@SpringBootApplication
public class Shishi {
    public static void main(String[] args) {
        System.exit(Shell.run(new Program(Shishi.class), args));
    }
}
