package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every route what nobody of good will sends, as nobody and as a guest. No answer is a failure of ours, repeats what was sent
 * so that a browser would run it, tells of our insides, or takes longer than two seconds. The seed is printed; give it with
 * {@code -Dunknot.fuzz-seed} to see the same again.
 */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.limits=off", "server.address=127.0.0.1", "unknot.time-machine=false"})
class FuzzTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    @Test
    void noRouteFailsRepeatsTellsOrHangs() throws Exception {
        Fuzzer fuzzer = new Fuzzer(port, mapping, List.of());
        String cookie = guestCookie();
        int rounds = fuzzer.run(Fuzzer.lasting(30), route -> true, round -> round % 2 == 0 ? cookie : "");
        assertThat(rounds).as("every route at least ten times").isGreaterThan(10);
        assertThat(fuzzer.found()).as("seed %d", fuzzer.seed()).isEmpty();
    }

    private String guestCookie() throws Exception {
        String set = RawHttp.to(port)
                .post("/lie", "application/x-www-form-urlencoded", "position=back")
                .header("Set-Cookie")
                .orElseThrow();
        return "Cookie: " + set.substring(0, set.indexOf(';')) + "\r\nOrigin: http://localhost:" + port + "\r\n";
    }
}
