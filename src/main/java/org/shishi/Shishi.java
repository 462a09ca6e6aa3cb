package org.shishi;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the program begins. */
@SpringBootApplication
public class Shishi {
    public static void main(String[] args) {
        org.springframework.boot.SpringApplication.run(Shishi.class, args);
    }
}
