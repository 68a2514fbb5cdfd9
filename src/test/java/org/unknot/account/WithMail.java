package org.unknot.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The program with a mail server, a clock that can be moved on, every statement counted, and no limits in the way. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.time-machine=true", "unknot.limits=off", "server.address=127.0.0.1"})
@Import(CountedStatements.class)
abstract class WithMail {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        Mailbox.settings(settings);
    }

    @AfterEach
    void backToToday() {
        time.reset();
    }

    /** An address that nobody had before. */
    static String address() {
        return "kim-" + PEOPLE.incrementAndGet() + "@example.org";
    }

    PersonsBrowser browser() {
        return new PersonsBrowser(port);
    }
}
