package org.unknot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the one program that is the person's guide, the player and the diary. */
@SpringBootApplication
public class Unknot {

    private Unknot() {}

    public static void main(String[] arguments) {
        SpringApplication.run(Unknot.class, arguments);
    }
}
